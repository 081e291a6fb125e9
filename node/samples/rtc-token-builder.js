'use strict';
// Makes RTC tokens by the names of Agora's samples.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { RtcRole, RtcTokenBuilder } = require('dynakey');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const channelName = '7d72365eb983485397e3e3f9d460bdda';
const uid = 2882341273;
const account = '2882341273';

// The expiry is a point in time: now and an hour, in seconds.
const privilegeExpiredTs = Math.floor(Date.now() / 1000) + 3600;

const withUid = RtcTokenBuilder.buildTokenWithUid(
  appId,
  appCertificate,
  channelName,
  uid,
  RtcRole.PUBLISHER,
  privilegeExpiredTs,
);
console.log(`Token with uid: ${withUid}`);

const withAccount = RtcTokenBuilder.buildTokenWithAccount(
  appId,
  appCertificate,
  channelName,
  account,
  RtcRole.SUBSCRIBER,
  privilegeExpiredTs,
);
console.log(`Token with account: ${withAccount}`);
