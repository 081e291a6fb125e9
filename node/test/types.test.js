'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { test } = require('node:test');

test('the types hold in strict mode, and find mistakes', () => {
  const folder = path.join(__dirname, 'types');
  const tsc = require.resolve('typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '--project', folder], { encoding: 'utf8' });
  assert.deepEqual([run.status, run.stdout], [0, '']);
});
