'use strict';
// The door for programs written for the npm package agora-token: what that one exports.

const {
  ApaasTokenBuilder,
  ChatTokenBuilder2: ChatTokenBuilder,
  ConvoAITokenBuilder,
  EducationTokenBuilder2: EducationTokenBuilder,
  FpaTokenBuilder,
  RtcTokenBuilder2: RtcTokenBuilder,
  Rtm2Permissions,
  RtmTokenBuilder2: RtmTokenBuilder,
  SttTokenBuilder,
} = require('./index.js');
const { RtcRole2: RtcRole } = require('./roles.js');

module.exports = {
  ApaasTokenBuilder,
  ChatTokenBuilder,
  ConvoAITokenBuilder,
  EducationTokenBuilder,
  FpaTokenBuilder,
  RtcRole,
  RtcTokenBuilder,
  Rtm2Permissions,
  RtmTokenBuilder,
  SttTokenBuilder,
};
