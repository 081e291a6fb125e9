'use strict';
// Makes a token for full-path acceleration, for 24 hours, by the names of Agora's samples.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

const { FpaTokenBuilder } = require('dynakey');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;

console.log(`FPA token: ${FpaTokenBuilder.buildToken(appId, appCertificate)}`);
