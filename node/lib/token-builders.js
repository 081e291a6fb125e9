'use strict';

const { native } = require('./native.js');
const { text } = require('./error.js');

// None of these uses `this`, so that they work destructured.

class RtcTokenBuilder {
  static buildTokenWithUid(appId, appCertificate, channelName, uid, role, privilegeExpiredTs) {
    return text(
      native.rtcTokenWithUid(appId, appCertificate, channelName, uid, role, privilegeExpiredTs),
    );
  }

  static buildTokenWithAccount(appId, appCertificate, channelName, account, role, expiredTs) {
    return text(
      native.rtcTokenWithAccount(appId, appCertificate, channelName, account, role, expiredTs),
    );
  }
}
RtcTokenBuilder.buildTokenWithUserAccount = RtcTokenBuilder.buildTokenWithAccount;

class RtmTokenBuilder {
  static buildToken(appId, appCertificate, userAccount, role, privilegeExpiredTs) {
    return text(native.rtmToken(appId, appCertificate, userAccount, role, privilegeExpiredTs));
  }
}

module.exports = { RtcTokenBuilder, RtmTokenBuilder };
