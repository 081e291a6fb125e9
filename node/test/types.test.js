'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { test } = require('node:test');
const { root } = require('./support.js');

test('the types hold in strict mode, and find mistakes', () => {
  const folder = path.join(__dirname, 'types');
  const tsc = path.join(root, 'node', 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [tsc, '--project', folder], { encoding: 'utf8' });
  assert.deepEqual([run.status, run.stdout], [0, '']);
});
