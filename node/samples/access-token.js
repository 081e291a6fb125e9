'use strict';
// Makes a token from its parts, and reads it back.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { AccessToken, privileges } = require('dynakey');

const { AGORA_APP_ID: appID, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const expires = Math.floor(Date.now() / 1000) + 3600;

const token = new AccessToken(appID, appCertificate, 'room', 42);
token.addPrivilege(privileges.kJoinChannel, expires);
token.addPrivilege(privileges.kPublishAudioStream, expires);
const text = token.build();
console.log(`Token: ${text}`);

const read = new AccessToken();
if (!read.fromString(text)) throw new Error('the token can not be read');
console.log(`Privileges: ${Object.keys(read.messages).join(', ')}`);
