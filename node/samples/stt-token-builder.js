'use strict';
// Makes a token for speech to text, RTC and RTM by the names of Agora's samples.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { SttTokenBuilder, RtcRole } = require('dynakey');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const account = 'ann';
const expire = 3600;

const token = SttTokenBuilder.buildToken(
  appId,
  appCertificate,
  'room',
  account,
  RtcRole.PUBLISHER,
  // The token, and the privileges to join and to publish audio, video and data.
  expire,
  expire,
  expire,
  expire,
  expire,
  // RTM.
  account,
  expire,
);
console.log(`STT token: ${token}`);
