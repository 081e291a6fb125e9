'use strict';

const { native } = require('./native.js');
const { failed, text, value } = require('./error.js');
const { numberKey, passed, userText } = require('./fields.js');

const priviledges = Object.freeze({
  kJoinChannel: 1,
  kPublishAudioStream: 2,
  kPublishVideoStream: 3,
  kPublishDataStream: 4,
  kPublishAudiocdn: 5,
  kPublishVideoCdn: 6,
  kRequestPublishAudioStream: 7,
  kRequestPublishVideoStream: 8,
  kRequestPublishDataStream: 9,
  kInvitePublishAudioStream: 10,
  kInvitePublishVideoStream: 11,
  kInvitePublishDataStream: 12,
  kAdministrateChannel: 101,
  kRtmLogin: 1000,
});

class AccessToken {
  // Private, so that no print, enumeration or JSON shows it.
  #appCertificate;

  // An absent uid is anyone.
  constructor(...given) {
    const [appID, appCertificate, channelName, uid] = passed(given, ['', '', '', '']);
    const { salt, ts } = value(native.accessTokenNew());
    this.#appCertificate = appCertificate;
    this.appID = appID;
    this.channelName = channelName;
    this.messages = {};
    this.salt = salt;
    this.ts = ts;
    this.uid = userText(uid);
  }

  addPriviledge(priviledge, expireTimestamp) {
    this.messages[priviledge] = expireTimestamp;
  }

  addPrivilege(privilege, expireTimestamp) {
    this.messages[privilege] = expireTimestamp;
  }

  build() {
    if (typeof this.messages !== 'object' || this.messages === null) {
      throw failed('invalid_call', 'messages', 'messages must be an object');
    }
    return text(
      native.accessTokenBuild(
        this.appID,
        this.#appCertificate,
        this.channelName,
        this.uid,
        this.salt,
        this.ts,
        Object.keys(this.messages).map(numberKey),
        Object.values(this.messages),
      ),
    );
  }

  fromString(token) {
    const read = value(native.accessTokenRead(token));
    if (!read) {
      Object.assign(this, { appID: '', channelName: '', messages: {}, salt: 0, ts: 0, uid: '' });
      return false;
    }
    this.appID = read.appId;
    this.salt = read.salt;
    this.ts = read.ts;
    this.messages = {};
    read.privileges.forEach((number, index) => this.addPrivilege(number, read.ends[index]));
    return true;
  }
}

module.exports = { AccessToken, priviledges, privileges: priviledges };
