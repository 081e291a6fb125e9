'use strict';

const { native } = require('./native.js');
const { text, value } = require('./error.js');
const { passed } = require('./fields.js');
const { list } = require('./options.js');
const { readService, serviceRow } = require('./services.js');

class AccessToken2 {
  // Private, so that no print, enumeration or JSON shows it.
  #appCertificate;
  // The token that was read: the signature is of its bytes, whatever becomes of the properties.
  #token;

  constructor(...given) {
    const [appId, appCertificate, issueTs, expire] = passed(given, ['', '', 0, 900]);
    const made = value(native.accessToken2New());
    this.#appCertificate = appCertificate;
    this.appId = appId;
    this.issueTs = issueTs === 0 || issueTs === 0n ? made.issueTs : issueTs;
    this.expire = expire;
    this.salt = made.salt;
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
    const read = value(native.accessToken2Read(token));
    this.#token = read ? token : undefined;
    const { appId, issueTs, expire, salt, services } = read ?? {
      appId: '',
      issueTs: 0,
      expire: 0,
      salt: 0,
      services: [],
    };
    Object.assign(this, { appId, issueTs, expire, salt, services: services.map(readService) });
    return read !== null;
  }

  verifySignature(appCertificate) {
    return value(native.accessToken2Verify(this.#token, appCertificate));
  }
}

module.exports = { AccessToken2 };
