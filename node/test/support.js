'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { DynakeyError } = require('dynakey');

// Agora's public sample project.
const APP_ID = '970CA35de60c44645bbae8a215061b33';
const APP_CERTIFICATE = '5CFd2fd1755d40ecb72977518be15d3b';

const root = path.join(__dirname, '..', '..');

const testdata = (file) => JSON.parse(fs.readFileSync(path.join(root, 'testdata', file), 'utf8'));

/** The error that `call` throws; it must be a `DynakeyError`. */
function errorOf(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof DynakeyError, `not a DynakeyError: ${error}`);
    return error;
  }
  assert.fail('no error was thrown');
}

/** The tokens of the sample project in a text, of either version. */
const tokensIn = (text) => text.match(new RegExp(`\\b(?:006${APP_ID}|007eJ)\\S+`, 'g')) ?? [];

module.exports = { APP_CERTIFICATE, APP_ID, errorOf, root, testdata, tokensIn };
