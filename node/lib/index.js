'use strict';

const { AccessToken, priviledges, privileges } = require('./access-token.js');
const { AccessToken2 } = require('./access-token-2.js');
const { App } = require('./app.js');
const { DynakeyError, text } = require('./error.js');
const { expectation } = require('./expectation.js');
const { grantRow, ...grants } = require('./grants.js');
const { inspect } = require('./inspection.js');
const { native } = require('./native.js');
const { Consistency } = require('./report.js');
const { Role, RtcRole, RtmRole } = require('./roles.js');
const { Rtm2Permissions } = require('./rtm2-permissions.js');
const { readService, serviceRow, ...services } = require('./services.js');
const tokenBuilders2 = require('./token-builders-2.js');
const { RtcTokenBuilder, RtmTokenBuilder } = require('./token-builders.js');
const { ANY_CHANNEL, ANY_USER, UNCHECKED } = require('./words.js');

function check(token, options) {
  return new Consistency(token, text(native.check(token, ...expectation(options))));
}

module.exports = {
  ANY_CHANNEL,
  ANY_USER,
  AccessToken,
  AccessToken2,
  App,
  DynakeyError,
  Role,
  RtcRole,
  RtcTokenBuilder,
  Rtm2Permissions,
  RtmRole,
  RtmTokenBuilder,
  UNCHECKED,
  check,
  inspect,
  priviledges,
  privileges,
  ...grants,
  ...services,
  ...tokenBuilders2,
  version: native.stamp().slice('dynakey@'.length, -1),
};
