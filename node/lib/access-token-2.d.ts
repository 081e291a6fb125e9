// The token object of version 007, its services and their permissions.

import type { Seconds } from './index.js';

/** What an RTM2 token lets its user do with which resources. */
export class Rtm2Permissions {
  static readonly kMessageChannels: 0;
  static readonly kStreamChannels: 1;
  static readonly kGroupChannels: 2;
  static readonly kServerGroups: 3;
  static readonly kUsers: 4;
  static readonly kRead: 0;
  static readonly kWrite: 1;
  /** For each type of resource and each kind of permission the names of the resources. */
  details: Record<number, Record<number, string[]>>;
  /**
   * Permits something on resources of a type, in place of what was permitted of the two before.
   *
   * @example
   * const { kMessageChannels, kRead } = Rtm2Permissions;
   * new Rtm2Permissions().add(kMessageChannels, kRead, ['news', 'sport']);
   */
  add(resourceType: number, permissionType: number, names: Iterable<string>): this;
}

/** What the services of an {@link AccessToken2} have in common. */
export class Service {
  #private;
  constructor(type: number);
  /** The privileges by number, each with its seconds from the token's issue: what is put here is built. */
  privileges: Record<number, Seconds>;
  /** The service's number. */
  service_type(): number;
  /** Grants a privilege for some seconds from the token's issue; 0 is as long as the token. */
  add_privilege(privilege: number, expire: Seconds): void;
}

/** RTC. */
export class ServiceRtc extends Service {
  static readonly kServiceType: 1;
  static readonly kPrivilegeJoinChannel: 1;
  static readonly kPrivilegePublishAudioStream: 2;
  static readonly kPrivilegePublishVideoStream: 3;
  static readonly kPrivilegePublishDataStream: 4;
  /**
   * An argument that is not passed is empty, and an empty uid, like the number 0, is anyone; but
   * `undefined`, `null` and `NaN`, passed as the uid, make `build` fail.
   */
  constructor(channelName?: string, uid?: number | bigint | string);
  /** The channel, `'*'` for any. */
  channelName: string;
  /** The user as text, empty for anyone. */
  uid: number | bigint | string;
}

/** RTM. */
export class ServiceRtm extends Service {
  static readonly kServiceType: 2;
  static readonly kPrivilegeLogin: 1;
  constructor(userId?: string);
  userId: string;
}

/** Streaming to and from a channel. */
export class ServiceStreaming extends Service {
  static readonly kServiceType: 3;
  static readonly kPrivilegePublishMixStream: 1;
  static readonly kPrivilegePublishRawStream: 2;
  constructor(channelName?: string, account?: string);
  channelName: string;
  /** The user, empty for anyone. */
  account: string;
}

/** Full-path acceleration. */
export class ServiceFpa extends Service {
  static readonly kServiceType: 4;
  static readonly kPrivilegeLogin: 1;
  constructor();
}

/** Chat. */
export class ServiceChat extends Service {
  static readonly kServiceType: 5;
  static readonly kPrivilegeUser: 1;
  static readonly kPrivilegeApp: 2;
  constructor(userId?: string);
  /** The user, empty for the app. */
  userId: string;
}

/** The fusion CDN. */
export class ServiceFCdn extends Service {
  static readonly kServiceType: 6;
  static readonly kPrivilegePublish: 1;
  static readonly kPrivilegePlay: 2;
  constructor(channelName?: string, account?: string);
  channelName: string;
  /** The user, empty for anyone. */
  account: string;
}

/** Flexible classroom and education. */
export class ServiceApaas extends Service {
  static readonly kServiceType: 7;
  static readonly kPrivilegeRoomUser: 1;
  static readonly kPrivilegeUser: 2;
  static readonly kPrivilegeApp: 3;
  /** Another name of `kPrivilegeRoomUser`. */
  static readonly PRIVILEGE_ROOM_USER: 1;
  /** Another name of `kPrivilegeUser`. */
  static readonly PRIVILEGE_USER: 2;
  /** Another name of `kPrivilegeApp`. */
  static readonly PRIVILEGE_APP: 3;
  constructor(roomUuid?: string, userUuid?: string, role?: number | bigint);
  roomUuid: string;
  userUuid: string;
  /** The role in the room, -1 for none. */
  role: number | bigint;
}

/** RTM with permissions on single resources. */
export class ServiceRtm2 extends Service {
  static readonly kServiceType: 8;
  static readonly kPrivilegeLogin: 1;
  constructor(userId?: string, permissions?: Rtm2Permissions);
  userId: string;
  permissions: Rtm2Permissions;
}

/** Conversational AI, beside RTC and RTM. */
export class ServiceConvoAI extends Service {
  static readonly kServiceType: 9;
  constructor();
}

/** Speech to text, beside RTC and RTM. */
export class ServiceStt extends Service {
  static readonly kServiceType: 10;
  constructor();
}

/**
 * A version 007 token in its parts, for full control: any services with any privileges. `build`
 * checks ids, sizes, texts and the uid, nothing else.
 *
 * The certificate is not an attribute: no print, JSON or enumeration shows it.
 *
 * @example
 * const rtc = new ServiceRtc('room', 42);
 * rtc.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 3600);
 * const token = new AccessToken2(appId, appCertificate, 0, 3600);
 * token.add_service(rtc);
 * token.build();
 */
export class AccessToken2 {
  #private;
  /**
   * A token without services, with a random salt.
   *
   * @param issueTs When the token is issued, in Unix seconds; now if it is 0 or not passed.
   * @param expire How many seconds the token lasts; 900 if it is not passed.
   */
  constructor(appId?: string, appCertificate?: string, issueTs?: Seconds, expire?: Seconds);
  /** The App ID. */
  appId: string;
  /** When the token is issued, in Unix seconds. */
  issueTs: Seconds;
  /** How many seconds the token lasts. */
  expire: Seconds;
  /** The salt, 0 to 4294967295. */
  salt: number;
  /** The services: what is put here is built, sorted by number. */
  services: Service[];
  /** Adds a service. One of a type that the token has already stands beside it. */
  add_service(service: Service): void;
  /** The services of one type, such as `ServiceRtc.kServiceType`. */
  getServices(type: number): Service[];
  /**
   * The token.
   *
   * @throws {DynakeyError} `invalid_app_id`, `invalid_app_certificate`, `invalid_text`,
   *   `expiry_not_a_timestamp` about `issue_ts`, `expiry_not_a_duration`, `number_out_of_range`,
   *   `no_services`, `field_too_long`, `token_too_large`, `invalid_call`; and about a service,
   *   whose `index` it has, `invalid_channel_name`, `invalid_user_account`, `invalid_uid` and
   *   `invalid_role` for what does not fit its field.
   */
  build(): string;
  /**
   * Reads a token into this object; `false`, and everything cleared but the certificate, if it
   * can't be read. See `inspect` for the reason. A service that is not known ends the list; a
   * token that is built then lacks it, and what follows it.
   */
  from_string(token: string): boolean;
  /**
   * Whether this certificate made the token that was read; `false` if none was. See
   * `App.verify` for more.
   */
  verifySignature(appCertificate: string): boolean;
}
