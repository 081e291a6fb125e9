'use strict';
// Version 007 by Node.js's own zlib and HMAC, to compare with.

const crypto = require('node:crypto');
const zlib = require('node:zlib');

const payload = (token) => zlib.inflateSync(Buffer.from(token.slice(3), 'base64'));

const hmac = (key, data) => crypto.createHmac('sha256', key).update(data).digest();

function u32(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

/** Whether the certificate made the token: signature and signed bytes are read by hand. */
function isSigned(token, certificate) {
  const bytes = payload(token);
  const signature = bytes.subarray(2, 34);
  const info = bytes.subarray(34);
  const [issueTs, salt] = [info.readUInt32LE(34), info.readUInt32LE(42)];
  const key = hmac(u32(salt), hmac(u32(issueTs), certificate));
  return hmac(key, info).equals(signature);
}

module.exports = { hmac, isSigned, payload, u32 };
