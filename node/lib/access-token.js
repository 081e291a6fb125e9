'use strict';

const { failed, text, value } = require('./error.js');
const { passed, userText, numberKey } = require('./fields.js');
const { native } = require('./native.js');
const { Packed } = require('./packed.js');

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
    const fresh = new Packed(text(native.accessTokenNew()));
    this.#appCertificate = appCertificate;
    this.appID = appID;
    this.channelName = channelName;
    this.uid = userText(uid);
    this.salt = fresh.number();
    this.ts = fresh.number();
    this.messages = {};
    this.#forgetRead();
  }

  /** A checksum of 0 is that of an empty text, so what only reading knows is no value before. */
  #forgetRead() {
    this.crc_channel_name = undefined;
    this.crc_uid = undefined;
    this.signature = undefined;
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
    const units = value(native.accessTokenRead(token));
    if (units === null) {
      Object.assign(this, { appID: '', channelName: '', uid: '', salt: 0, ts: 0, messages: {} });
      this.#forgetRead();
      return false;
    }
    const read = new Packed(units);
    this.salt = read.number();
    this.ts = read.number();
    this.appID = read.text();
    this.crc_channel_name = read.number();
    this.crc_uid = read.number();
    this.signature = read.bytes();
    this.messages = {};
    for (let left = read.size(); left > 0; left -= 1) this.messages[read.small()] = read.number();
    return true;
  }
}

module.exports = { AccessToken, priviledges, privileges: priviledges };
