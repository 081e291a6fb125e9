'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { APP_CERTIFICATE, APP_ID, root } = require('./support.js');

const folder = path.join(root, 'node', 'samples');
const env = { ...process.env, AGORA_APP_ID: APP_ID, AGORA_APP_CERTIFICATE: APP_CERTIFICATE };
const TOKENS = {
  'access-token.js': 1,
  'app.mjs': 1,
  'rtc-token-builder.js': 2,
  'rtm-token-builder.js': 1,
};

test('every sample runs and prints its tokens', () => {
  assert.deepEqual(fs.readdirSync(folder).sort(), Object.keys(TOKENS));
  for (const [sample, tokens] of Object.entries(TOKENS)) {
    const run = spawnSync(process.execPath, [path.join(folder, sample)], { env, encoding: 'utf8' });
    assert.deepEqual([run.status, run.stderr], [0, ''], sample);
    assert.equal(
      run.stdout.match(/006970CA35de60c44645bbae8a215061b33\S+/g).length,
      tokens,
      sample,
    );
  }
});

test('a sample without an environment fails with a readable error', () => {
  const run = spawnSync(process.execPath, [path.join(folder, 'app.mjs')], {
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
  });
  assert.equal(run.status, 1);
  assert.match(run.stderr, /DynakeyError: invalid_app_id: app_id must be .* but undefined came/);
});

test('the README shows the sample of the app API', () => {
  const readme = fs.readFileSync(path.join(root, 'node', 'README.md'), 'utf8');
  const sample = fs.readFileSync(path.join(folder, 'app.mjs'), 'utf8');
  assert.ok(readme.includes(`\`\`\`js\n${sample}\`\`\``));
});
