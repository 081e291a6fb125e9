'use strict';
// Makes tokens for flexible classroom by the names of Agora's samples.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { ApaasTokenBuilder } = require('dynakey');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const userUuid = 'ann';
const expire = 3600;

// In a classroom, 1 is a teacher.
const role = 1;

const forRoom = ApaasTokenBuilder.buildRoomUserToken(
  appId,
  appCertificate,
  'room',
  userUuid,
  role,
  expire,
);
console.log(`APaaS room user token: ${forRoom}`);

const forUser = ApaasTokenBuilder.buildUserToken(appId, appCertificate, userUuid, expire);
console.log(`APaaS user token: ${forUser}`);

const forApp = ApaasTokenBuilder.buildAppToken(appId, appCertificate, expire);
console.log(`APaaS app token: ${forApp}`);
