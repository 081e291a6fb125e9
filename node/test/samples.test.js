'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { APP_CERTIFICATE, APP_ID, root, tokensIn } = require('./support.js');

const folder = path.join(root, 'node', 'samples');
const env = { ...process.env, AGORA_APP_ID: APP_ID, AGORA_APP_CERTIFICATE: APP_CERTIFICATE };
const SAMPLES = {
  'access-token-2.js': 1,
  'access-token.js': 1,
  'apaas-token-builder.js': 3,
  'app.mjs': 3,
  'chat-token-builder-2.js': 2,
  'convo-ai-token-builder.js': 1,
  'education-token-builder-2.js': 3,
  'fpa-token-builder.js': 1,
  'rtc-token-builder-2.js': 4,
  'rtc-token-builder.js': 2,
  'rtm-token-builder-2.js': 2,
  'rtm-token-builder.js': 1,
  'stt-token-builder.js': 1,
};

test('every sample runs and prints its tokens', () => {
  assert.deepEqual(fs.readdirSync(folder).sort(), Object.keys(SAMPLES));
  for (const [sample, tokens] of Object.entries(SAMPLES)) {
    const run = spawnSync(process.execPath, [path.join(folder, sample)], { env, encoding: 'utf8' });
    assert.deepEqual([run.status, run.stderr], [0, ''], sample);
    assert.equal(tokensIn(run.stdout).length, tokens, sample);
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
