'use strict';
// Makes tokens in Node.js, or verifies those that any face made.

const { readFileSync } = require('node:fs');
const { App, RtcRole, RtcTokenBuilder, RtcTokenBuilder2 } = require('../../node');

const { AGORA_APP_ID: id, AGORA_APP_CERTIFICATE: certificate } = process.env;
const app = new App(id, certificate);
const user = 2882341273;

function make() {
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;
  const project = [id, certificate, 'room', user, RtcRole.PUBLISHER];
  return [
    RtcTokenBuilder.buildTokenWithUid(...project, inAnHour),
    RtcTokenBuilder2.buildTokenWithUid(...project, 3600),
    app.rtcToken('room', user, { version: '006' }),
    app.rtcToken('room', user),
  ];
}

function verify() {
  for (const token of readFileSync(0, 'utf8').split(/\s+/).filter(Boolean)) {
    app.verify(token, { channel: 'room', user }).raiseIfInvalid();
  }
}

if (process.argv[2] === 'make') console.log(make().join('\n'));
else verify();
