'use strict';
// The builders of version 007. None of their functions uses `this`, so that they work
// destructured; those that have no default pass on what they are given.

const { native } = require('./native.js');
const { text } = require('./error.js');
const { permissionRows } = require('./rtm2-permissions.js');

class RtcTokenBuilder2 {
  static buildTokenWithUid(
    appId,
    appCertificate,
    channelName,
    uid,
    role,
    tokenExpire,
    privilegeExpire = 0,
  ) {
    return text(
      native.rtc2WithUid(
        appId,
        appCertificate,
        channelName,
        uid,
        role,
        tokenExpire,
        privilegeExpire,
      ),
    );
  }

  static buildTokenWithUserAccount(
    appId,
    appCertificate,
    channelName,
    account,
    role,
    tokenExpire,
    privilegeExpire = 0,
  ) {
    return text(
      native.rtc2WithUserAccount(
        appId,
        appCertificate,
        channelName,
        account,
        role,
        tokenExpire,
        privilegeExpire,
      ),
    );
  }

  static buildTokenWithUidAndPrivilege(...given) {
    return text(native.rtc2WithUidAndPrivilege(...given));
  }

  static buildTokenWithUserAccountAndPrivilege(...given) {
    return text(native.rtc2WithUserAccountAndPrivilege(...given));
  }

  static buildTokenWithRtm(
    appId,
    appCertificate,
    channelName,
    account,
    role,
    tokenExpire,
    privilegeExpire = 0,
  ) {
    return text(
      native.rtc2WithRtm(
        appId,
        appCertificate,
        channelName,
        account,
        role,
        tokenExpire,
        privilegeExpire,
      ),
    );
  }

  static buildTokenWithRtm2(...given) {
    return text(native.rtc2WithRtm2(...given));
  }
}
RtcTokenBuilder2.BuildTokenWithUserAccountAndPrivilege =
  RtcTokenBuilder2.buildTokenWithUserAccountAndPrivilege;

class RtmTokenBuilder2 {
  static buildToken(...given) {
    return text(native.rtm2Token(...given));
  }

  static buildTokenWithPermissions(appId, appCertificate, userId, permissions, expire = 0) {
    const rows = permissionRows(permissions);
    return text(native.rtm2TokenWithPermissions(appId, appCertificate, userId, rows, expire));
  }
}

class ChatTokenBuilder2 {
  static buildUserToken(...given) {
    return text(native.chat2UserToken(...given));
  }

  static buildAppToken(...given) {
    return text(native.chat2AppToken(...given));
  }
}

class FpaTokenBuilder {
  static buildToken(...given) {
    return text(native.fpaToken(...given));
  }
}

class ApaasTokenBuilder {
  static buildRoomUserToken(...given) {
    return text(native.apaasRoomUserToken(...given));
  }

  static buildUserToken(...given) {
    return text(native.apaasUserToken(...given));
  }

  static buildAppToken(...given) {
    return text(native.apaasAppToken(...given));
  }
}

class EducationTokenBuilder2 extends ApaasTokenBuilder {}

class ConvoAITokenBuilder {
  static buildToken(...given) {
    return text(native.convoAiToken(...given));
  }
}

class SttTokenBuilder {
  static buildToken(...given) {
    return text(native.sttToken(...given));
  }
}

module.exports = {
  ApaasTokenBuilder,
  ChatTokenBuilder2,
  ConvoAITokenBuilder,
  EducationTokenBuilder2,
  FpaTokenBuilder,
  RtcTokenBuilder2,
  RtmTokenBuilder2,
  SttTokenBuilder,
};
