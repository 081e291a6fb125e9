'use strict';

const { inspect } = require('node:util');
const { native } = require('./native.js');
const { text, value } = require('./error.js');
const { expectation } = require('./expectation.js');
const { grantRow } = require('./grants.js');
const { list, options, packed } = require('./options.js');
const { Report } = require('./report.js');

const APP_OPTIONS = ['secondaryCertificate'];
const RTC_OPTIONS = ['role', 'ttl', 'version'];
const RTM_OPTIONS = ['ttl', 'version'];
const TTL = ['ttl'];

class App {
  // Holds the certificates, in native memory.
  #native;
  #appId;

  constructor(appId, appCertificate, given) {
    const { secondaryCertificate } = options(given, APP_OPTIONS);
    this.#native = value(native.appNew(appId, appCertificate, secondaryCertificate));
    this.#appId = appId;
  }

  get appId() {
    return this.#appId;
  }

  rtcToken(channel, user, given) {
    const { role, ttl, version } = options(given, RTC_OPTIONS);
    return text(native.appRtcToken(this.#native, channel, user, role, ttl, version));
  }

  rtcTokens(channel, users, given) {
    const { role, ttl, version } = options(given, RTC_OPTIONS);
    const all = packed(list(users, 'users'));
    return value(native.appRtcTokens(this.#native, channel, all, role, ttl, version));
  }

  rtmToken(user, given) {
    const { ttl, version } = options(given, RTM_OPTIONS);
    return text(native.appRtmToken(this.#native, user, ttl, version));
  }

  chatUserToken(user, given) {
    return text(native.appChatUserToken(this.#native, user, options(given, TTL).ttl));
  }

  chatAppToken(given) {
    return text(native.appChatAppToken(this.#native, options(given, TTL).ttl));
  }

  // It has no options, and a lifetime that is said must not be ignored.
  fpaToken(given) {
    options(given, []);
    return text(native.appFpaToken(this.#native));
  }

  apaasRoomToken(room, user, given) {
    const { role, ttl } = options(given, ['role', 'ttl']);
    return text(native.appApaasRoomToken(this.#native, room, user, role, ttl));
  }

  apaasUserToken(user, given) {
    return text(native.appApaasUserToken(this.#native, user, options(given, TTL).ttl));
  }

  apaasAppToken(given) {
    return text(native.appApaasAppToken(this.#native, options(given, TTL).ttl));
  }

  token(services, given) {
    const { ttl } = options(given, TTL);
    return text(native.appToken(this.#native, list(services, 'services').map(grantRow), ttl));
  }

  verify(token, given) {
    return new Report(token, text(native.appVerify(this.#native, token, ...expectation(given))));
  }

  toJSON() {
    return { appId: this.#appId };
  }

  [inspect.custom](_depth, settings) {
    return `App ${inspect(this.toJSON(), settings)}`;
  }
}

module.exports = { App };
