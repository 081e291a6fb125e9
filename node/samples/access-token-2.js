'use strict';
// Makes a version 007 token from its parts, and reads it back.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { AccessToken2, ServiceRtc, ServiceRtm } = require('dynakey');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const expire = 3600;

const rtc = new ServiceRtc('room', 42);
rtc.add_privilege(ServiceRtc.kPrivilegeJoinChannel, expire);
rtc.add_privilege(ServiceRtc.kPrivilegePublishAudioStream, 600);
const rtm = new ServiceRtm('ann');
rtm.add_privilege(ServiceRtm.kPrivilegeLogin, expire);

// Issued now.
const token = new AccessToken2(appId, appCertificate, 0, expire);
token.add_service(rtc);
token.add_service(rtm);
const text = token.build();
console.log(`Token: ${text}`);

const read = new AccessToken2();
if (!read.from_string(text)) throw new Error('the token can not be read');
console.log(`Services: ${read.services.map((service) => service.service_type()).join(', ')}`);
console.log(`Signed with this certificate: ${read.verifySignature(appCertificate)}`);
