'use strict';
// Makes RTC tokens of version 007 by the names of Agora's samples.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { RtcRole, RtcTokenBuilder2 } = require('dynakey');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const channelName = '7d72365eb983485397e3e3f9d460bdda';
const uid = 2882341273;
const account = '2882341273';

// The expiries are durations in seconds: the token lasts for an hour, publishing for ten minutes.
const tokenExpire = 3600;
const publishExpire = 600;

const withUid = RtcTokenBuilder2.buildTokenWithUid(
  appId,
  appCertificate,
  channelName,
  uid,
  RtcRole.PUBLISHER,
  tokenExpire,
);
console.log(`Token with uid: ${withUid}`);

const withAccount = RtcTokenBuilder2.buildTokenWithUserAccount(
  appId,
  appCertificate,
  channelName,
  account,
  RtcRole.SUBSCRIBER,
  tokenExpire,
);
console.log(`Token with account: ${withAccount}`);

const withPrivileges = RtcTokenBuilder2.buildTokenWithUidAndPrivilege(
  appId,
  appCertificate,
  channelName,
  uid,
  tokenExpire,
  tokenExpire,
  publishExpire,
  publishExpire,
  publishExpire,
);
console.log(`Token with an expiry for each privilege: ${withPrivileges}`);

const withRtm = RtcTokenBuilder2.buildTokenWithRtm(
  appId,
  appCertificate,
  channelName,
  account,
  RtcRole.PUBLISHER,
  tokenExpire,
);
console.log(`Token for RTC and RTM: ${withRtm}`);
