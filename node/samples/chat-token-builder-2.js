'use strict';
// Makes Chat tokens by the names of Agora's samples.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { ChatTokenBuilder2 } = require('dynakey');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const expire = 3600;

const forUser = ChatTokenBuilder2.buildUserToken(appId, appCertificate, 'test_user_id', expire);
console.log(`Chat user token: ${forUser}`);

const forApp = ChatTokenBuilder2.buildAppToken(appId, appCertificate, expire);
console.log(`Chat app token: ${forApp}`);
