'use strict';

const { native } = require('./native.js');
const { failed, text, value } = require('./error.js');

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

/** An object's keys are texts: those that stand for a number are numbers again. */
const privilege = (key) => (/^(0|[1-9]\d*)$/.test(key) ? Number(key) : key);

/** A uid as the token writes it; what is no uid is kept for `build` to refuse. */
function userText(uid) {
  if (uid === 0) return '';
  return Number.isInteger(uid) && uid > 0 && uid <= 0xffffffff ? String(uid) : uid;
}

class AccessToken {
  // Private, so that no print, enumeration or JSON shows it.
  #appCertificate;

  // An argument is absent only where it isn't passed: `undefined` may be a mistake, and an absent
  // uid is anyone.
  constructor(...given) {
    const absent = ['', '', '', ''].slice(given.length);
    const [appID, appCertificate, channelName, uid] = [...given, ...absent];
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
        Object.keys(this.messages).map(privilege),
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
