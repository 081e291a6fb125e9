'use strict';

const { text } = require('./error.js');
const { native } = require('./native.js');
const { Packed } = require('./packed.js');
const { plain } = require('./plain.js');

const privilege = (packed) => ({
  name: packed.text(),
  number: packed.small(),
  expiresAt: packed.time(),
});

const permission = (packed) => ({
  resource: packed.text(),
  resourceNumber: packed.small(),
  permission: packed.text(),
  permissionNumber: packed.small(),
  names: packed.list((entry) => entry.text()),
});

const service = (packed) => ({
  name: packed.text(),
  number: packed.small(),
  channel: packed.text(),
  user: packed.text(),
  role: packed.number(),
  privileges: packed.list(privilege),
  permissions: packed.list(permission),
});

class Inspection {
  constructor(units) {
    const packed = new Packed(units);
    this.version = packed.text();
    this.appId = packed.text();
    this.salt = packed.number();
    this.issuedAt = packed.time();
    this.issuedAtAssumed = packed.flag();
    this.expiresAt = packed.time();
    this.services = packed.list(service);
    this.channelCrc = packed.number();
    this.userCrc = packed.number();
    this.signature = packed.text();
    this.unknownService = packed.number();
    this.trailingBytes = packed.size();
  }

  toJSON() {
    return plain(this);
  }
}

const inspect = (token) => new Inspection(text(native.inspect(token)));

module.exports = { inspect };
