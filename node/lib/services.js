'use strict';
// The services of version 007 by the reference's names.

const { failed } = require('./error.js');
const { numberKey, passed, userText } = require('./fields.js');
const { Rtm2Permissions, permissionRows } = require('./rtm2-permissions.js');

class Service {
  #type;

  constructor(type) {
    this.#type = type;
    this.privileges = {};
  }

  service_type() {
    return this.#type;
  }

  add_privilege(privilege, expire) {
    this.privileges[privilege] = expire;
  }
}

class ServiceRtc extends Service {
  static kServiceType = 1;
  static kPrivilegeJoinChannel = 1;
  static kPrivilegePublishAudioStream = 2;
  static kPrivilegePublishVideoStream = 3;
  static kPrivilegePublishDataStream = 4;

  constructor(...given) {
    super(ServiceRtc.kServiceType);
    const [channelName, uid] = passed(given, ['', 0]);
    this.channelName = channelName;
    this.uid = userText(uid);
  }
}

class ServiceRtm extends Service {
  static kServiceType = 2;
  static kPrivilegeLogin = 1;

  constructor(...given) {
    super(ServiceRtm.kServiceType);
    [this.userId] = passed(given, ['']);
  }
}

class ServiceStreaming extends Service {
  static kServiceType = 3;
  static kPrivilegePublishMixStream = 1;
  static kPrivilegePublishRawStream = 2;

  constructor(...given) {
    super(ServiceStreaming.kServiceType);
    [this.channelName, this.account] = passed(given, ['', '']);
  }
}

class ServiceFpa extends Service {
  static kServiceType = 4;
  static kPrivilegeLogin = 1;

  constructor() {
    super(ServiceFpa.kServiceType);
  }
}

class ServiceChat extends Service {
  static kServiceType = 5;
  static kPrivilegeUser = 1;
  static kPrivilegeApp = 2;

  constructor(...given) {
    super(ServiceChat.kServiceType);
    [this.userId] = passed(given, ['']);
  }
}

class ServiceFCdn extends Service {
  static kServiceType = 6;
  static kPrivilegePublish = 1;
  static kPrivilegePlay = 2;

  constructor(...given) {
    super(ServiceFCdn.kServiceType);
    [this.channelName, this.account] = passed(given, ['', '']);
  }
}

class ServiceApaas extends Service {
  static kServiceType = 7;
  static kPrivilegeRoomUser = 1;
  static kPrivilegeUser = 2;
  static kPrivilegeApp = 3;
  // The reference's names in JavaScript.
  static PRIVILEGE_ROOM_USER = 1;
  static PRIVILEGE_USER = 2;
  static PRIVILEGE_APP = 3;

  constructor(...given) {
    super(ServiceApaas.kServiceType);
    [this.roomUuid, this.userUuid, this.role] = passed(given, ['', '', -1]);
  }
}

class ServiceRtm2 extends Service {
  static kServiceType = 8;
  static kPrivilegeLogin = 1;

  constructor(...given) {
    super(ServiceRtm2.kServiceType);
    [this.userId, this.permissions] = passed(given, ['', new Rtm2Permissions()]);
  }
}

class ServiceConvoAI extends Service {
  static kServiceType = 9;

  constructor() {
    super(ServiceConvoAI.kServiceType);
  }
}

class ServiceStt extends Service {
  static kServiceType = 10;

  constructor() {
    super(ServiceStt.kServiceType);
  }
}

/** By number: the class and what it calls its channel and its user. */
const kinds = new Map(
  [
    [ServiceRtc, 'channelName', 'uid'],
    [ServiceRtm, null, 'userId'],
    [ServiceStreaming, 'channelName', 'account'],
    [ServiceFpa, null, null],
    [ServiceChat, null, 'userId'],
    [ServiceFCdn, 'channelName', 'account'],
    [ServiceApaas, 'roomUuid', 'userUuid'],
    [ServiceRtm2, null, 'userId'],
    [ServiceConvoAI, null, null],
    [ServiceStt, null, null],
  ].map(([Kind, channel, user]) => [Kind.kServiceType, { Kind, channel, user }]),
);

/** A service as the native half takes it. */
function serviceRow(service) {
  const type = service instanceof Service ? service.service_type() : undefined;
  const kind = kinds.get(type);
  if (!kind) {
    throw failed('invalid_call', 'services', 'services must be ServiceRtc, ServiceRtm and so on');
  }
  if (typeof service.privileges !== 'object' || service.privileges === null) {
    throw failed('invalid_call', 'privileges', 'privileges must be an object');
  }
  return [
    type,
    kind.channel && service[kind.channel],
    kind.user && service[kind.user],
    service.role,
    Object.keys(service.privileges).map(numberKey),
    Object.values(service.privileges),
    type === ServiceRtm2.kServiceType ? permissionRows(service.permissions) : [],
  ];
}

/** The next service of a token that the native half read. */
function readService(read) {
  const kind = kinds.get(read.small());
  const service = new kind.Kind();
  const [channel, user, role] = [read.text(), read.text(), read.number()];
  if (kind.channel) service[kind.channel] = channel;
  if (kind.user) service[kind.user] = user;
  if (kind.Kind === ServiceApaas) service.role = role;
  for (let left = read.size(); left > 0; left -= 1) {
    service.permissions.add(
      read.small(),
      read.small(),
      read.list((entry) => entry.text()),
    );
  }
  for (let left = read.size(); left > 0; left -= 1) {
    service.privileges[read.small()] = read.number();
  }
  return service;
}

module.exports = {
  Service,
  ServiceApaas,
  ServiceChat,
  ServiceConvoAI,
  ServiceFCdn,
  ServiceFpa,
  ServiceRtc,
  ServiceRtm,
  ServiceRtm2,
  ServiceStreaming,
  ServiceStt,
  readService,
  serviceRow,
};
