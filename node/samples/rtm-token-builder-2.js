'use strict';
// Makes RTM tokens of version 007 by the names of Agora's samples.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { Rtm2Permissions, RtmTokenBuilder2 } = require('dynakey');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const userId = 'test_user_id';
const expire = 3600;

const token = RtmTokenBuilder2.buildToken(appId, appCertificate, userId, expire);
console.log(`RTM token: ${token}`);

const { kMessageChannels, kUsers, kRead, kWrite } = Rtm2Permissions;
const permissions = new Rtm2Permissions()
  .add(kMessageChannels, kRead, ['news', 'sport'])
  .add(kUsers, kWrite, ['ann']);
const withPermissions = RtmTokenBuilder2.buildTokenWithPermissions(
  appId,
  appCertificate,
  userId,
  permissions,
  expire,
);
console.log(`RTM token with permissions: ${withPermissions}`);
