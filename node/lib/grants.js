'use strict';
// The services that an app puts into one token.

const { failed } = require('./error.js');
const { numberKey } = require('./fields.js');
const { options } = require('./options.js');
const { permissionRows } = require('./rtm2-permissions.js');

const LIFETIMES = ['ttl', 'privileges'];
const ALL = ['role', ...LIFETIMES];
const FIELDS = ['channel', 'room', 'user', 'permissions', ...ALL];

class Grant {
  constructor(about, given, known = LIFETIMES) {
    options(given, known);
    Object.assign(this, about);
    for (const name in given) this[name] = given[name];
  }
}

class Rtc extends Grant {
  static kind = 'rtc';

  constructor(channel, user, given) {
    super({ channel, user }, given, ALL);
  }
}

class Rtm extends Grant {
  static kind = 'rtm';

  constructor(user, given) {
    super({ user }, given);
  }
}

class Rtm2 extends Grant {
  static kind = 'rtm2';

  constructor(user, permissions, given) {
    super({ user, permissions }, given);
  }
}

class Streaming extends Grant {
  static kind = 'streaming';

  constructor(channel, user, given) {
    super({ channel, user }, given);
  }
}

class FCdn extends Grant {
  static kind = 'fcdn';

  constructor(channel, user, given) {
    super({ channel, user }, given, ALL);
  }
}

class ChatUser extends Grant {
  static kind = 'chat_user';

  constructor(user, given) {
    super({ user }, given);
  }
}

class ChatApp extends Grant {
  static kind = 'chat_app';

  constructor(given) {
    super({}, given);
  }
}

class Fpa extends Grant {
  static kind = 'fpa';

  constructor(given) {
    super({}, given);
  }
}

class ApaasRoom extends Grant {
  static kind = 'apaas_room';

  constructor(room, user, given) {
    super({ room, user }, given, ALL);
  }
}

class ApaasUser extends Grant {
  static kind = 'apaas_user';

  constructor(user, given) {
    super({ user }, given);
  }
}

class ApaasApp extends Grant {
  static kind = 'apaas_app';

  constructor(given) {
    super({}, given);
  }
}

class ConvoAI extends Grant {
  static kind = 'convo_ai';

  constructor(given) {
    super({}, given);
  }
}

class Stt extends Grant {
  static kind = 'stt';

  constructor(given) {
    super({}, given);
  }
}

/** A service as the native half takes it. */
function grantRow(grant) {
  if (!(grant instanceof Grant)) {
    throw failed('invalid_call', 'services', 'services must be Rtc, Rtm and so on');
  }
  const { privileges } = { privileges: {}, ...grant };
  if (typeof privileges !== 'object' || privileges === null) {
    throw failed('invalid_call', 'privileges', 'privileges must be an object');
  }
  const { channel, room, user, role, ttl } = options(grant, FIELDS);
  return [
    grant.constructor.kind,
    grant instanceof ApaasRoom ? room : channel,
    user,
    role,
    ttl,
    Object.keys(privileges).map(numberKey),
    Object.values(privileges),
    grant instanceof Rtm2 ? permissionRows(grant.permissions) : [],
  ];
}

module.exports = {
  ApaasApp,
  ApaasRoom,
  ApaasUser,
  ChatApp,
  ChatUser,
  ConvoAI,
  FCdn,
  Fpa,
  Rtc,
  Rtm,
  Rtm2,
  Streaming,
  Stt,
  grantRow,
};
