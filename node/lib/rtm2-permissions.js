'use strict';

const { failed } = require('./error.js');
const { numberKey } = require('./fields.js');
const { list } = require('./options.js');

class Rtm2Permissions {
  static kMessageChannels = 0;
  static kStreamChannels = 1;
  static kGroupChannels = 2;
  static kServerGroups = 3;
  static kUsers = 4;
  static kRead = 0;
  static kWrite = 1;

  constructor() {
    this.details = {};
  }

  // Made anew, so that no name of a resource type reaches into a prototype.
  add(resourceType, permissionType, names) {
    const permissions = {
      ...this.details[resourceType],
      [permissionType]: [...list(names, 'names')],
    };
    this.details = { ...this.details, [resourceType]: permissions };
    return this;
  }
}

/** Permissions as the native half takes them: resource type, permission type, names. */
function permissionRows(given) {
  if (!(given instanceof Rtm2Permissions)) {
    throw failed('invalid_call', 'permissions', 'permissions must be Rtm2Permissions');
  }
  return Object.entries(given.details).flatMap(([resource, permissions]) =>
    Object.entries(permissions).map(([permission, names]) => [
      numberKey(resource),
      numberKey(permission),
      list(names, 'names'),
    ]),
  );
}

module.exports = { Rtm2Permissions, permissionRows };
