'use strict';
// Makes an RTM token by the names of Agora's samples.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { RtmRole, RtmTokenBuilder } = require('dynakey');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const privilegeExpiredTs = Math.floor(Date.now() / 1000) + 3600;

const token = RtmTokenBuilder.buildToken(
  appId,
  appCertificate,
  'test_user_id',
  RtmRole.Rtm_User,
  privilegeExpiredTs,
);
console.log(`RTM token: ${token}`);
