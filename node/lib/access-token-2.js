'use strict';

const { native } = require('./native.js');
const { text, value } = require('./error.js');
const { passed } = require('./fields.js');
const { list } = require('./options.js');
const { Packed } = require('./packed.js');
const { readService, serviceRow } = require('./services.js');

class AccessToken2 {
  // Private, so that no print, enumeration or JSON shows it.
  #appCertificate;
  // The token that was read: the signature is of its bytes, whatever becomes of the properties.
  #token;

  constructor(...given) {
    const [appId, appCertificate, issueTs, expire] = passed(given, ['', '', 0, 900]);
    const fresh = new Packed(text(native.accessToken2New()));
    this.#appCertificate = appCertificate;
    const [salt, now] = [fresh.number(), fresh.number()];
    this.appId = appId;
    this.issueTs = issueTs === 0 || issueTs === 0n ? now : issueTs;
    this.expire = expire;
    this.salt = salt;
    this.services = [];
  }

  add_service(service) {
    this.services.push(service);
  }

  getServices(type) {
    return this.services.filter((service) => service.service_type() === type);
  }

  build() {
    return text(
      native.accessToken2Build(
        this.appId,
        this.#appCertificate,
        this.issueTs,
        this.expire,
        this.salt,
        list(this.services, 'services').map(serviceRow),
      ),
    );
  }

  from_string(token) {
    const units = value(native.accessToken2Read(token));
    if (units === null) {
      this.#token = undefined;
      Object.assign(this, { appId: '', issueTs: 0, expire: 0, salt: 0, services: [] });
      return false;
    }
    const read = new Packed(units);
    this.#token = token;
    this.salt = read.number();
    this.issueTs = read.number();
    this.expire = read.number();
    this.appId = read.text();
    this.services = read.list(readService);
    return true;
  }

  verifySignature(appCertificate) {
    return value(native.accessToken2Verify(this.#token, appCertificate));
  }
}

module.exports = { AccessToken2 };
