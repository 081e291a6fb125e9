'use strict';
// Makes tokens for education by the names of Agora's samples.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { EducationTokenBuilder2 } = require('dynakey');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const userUuid = 'ann';
const expire = 3600;

// In a classroom, 1 is a teacher.
const role = 1;

const forRoom = EducationTokenBuilder2.buildRoomUserToken(
  appId,
  appCertificate,
  'room',
  userUuid,
  role,
  expire,
);
console.log(`Education room user token: ${forRoom}`);

const forUser = EducationTokenBuilder2.buildUserToken(appId, appCertificate, userUuid, expire);
console.log(`Education user token: ${forUser}`);

const forApp = EducationTokenBuilder2.buildAppToken(appId, appCertificate, expire);
console.log(`Education app token: ${forApp}`);
