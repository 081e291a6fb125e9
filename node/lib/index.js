'use strict';

const { AccessToken, priviledges, privileges } = require('./access-token.js');
const { App } = require('./app.js');
const { DynakeyError, text } = require('./error.js');
const { expectation } = require('./expectation.js');
const { inspect } = require('./inspection.js');
const { native } = require('./native.js');
const { Consistency } = require('./report.js');
const { Role, RtcRole, RtmRole } = require('./roles.js');
const { RtcTokenBuilder, RtmTokenBuilder } = require('./token-builders.js');
const { ANY_USER, UNCHECKED } = require('./words.js');

function check(token, options) {
  return new Consistency(token, text(native.check(token, ...expectation(options))));
}

module.exports = {
  ANY_USER,
  AccessToken,
  App,
  DynakeyError,
  Role,
  RtcRole,
  RtcTokenBuilder,
  RtmRole,
  RtmTokenBuilder,
  UNCHECKED,
  check,
  inspect,
  priviledges,
  privileges,
  version: native.stamp().slice('dynakey@'.length, -1),
};
