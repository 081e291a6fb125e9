'use strict';
// The door for programs written for the npm package agora-access-token: what that one exports.

const { RtcRole, RtcTokenBuilder, RtmRole, RtmTokenBuilder } = require('./index.js');

module.exports = { RtcTokenBuilder, RtcRole, RtmTokenBuilder, RtmRole };
