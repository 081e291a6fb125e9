/**
 * Builds, reads and verifies Agora tokens, also known as dynamic keys, of versions 006 and
 * 007.
 *
 * - The app API, for new code: {@link App}, whose lifetimes are durations.
 * - The sample API, by the names of Agora's samples. Version 006: {@link RtcTokenBuilder},
 *   {@link RtmTokenBuilder} and {@link AccessToken}, whose expiries are points in time. Version
 *   007: {@link RtcTokenBuilder2} and the others with a 2, and those of the services that only it
 *   has, whose expiries are durations.
 * - Reading: {@link inspect}, {@link check} and {@link App.verify}.
 *
 * What fails throws a {@link DynakeyError} with a stable `code`. Of several wrong arguments the
 * first is reported. No error holds a certificate, a token or any other text that was passed in.
 *
 * JavaScript's texts can't be wiped from memory, nor can the copies that the engine makes of them:
 * a certificate stays there until the memory is used again. What an {@link App} keeps of its
 * certificates is wiped when it is collected.
 */

import type { Grant } from './grants.js';

export * from './access-token-2.js';
export * from './grants.js';
export * from './token-builders-2.js';

/** The version of this package. */
export const version: string;

// ---- The app API ----

/** The word for a token that anyone may join with, in a user's place. */
export const ANY_USER: unique symbol;

/**
 * The word for a token with which its user may join any channel, in a channel's place. Version 007
 * only, and never with {@link ANY_USER}.
 */
export const ANY_CHANNEL: unique symbol;

/** The word for a channel or a user that a check leaves out. */
export const UNCHECKED: unique symbol;

/** The roles of the app API. */
export const Role: {
  /** Joins and publishes. */
  readonly PUBLISHER: 'publisher';
  /** Joins only; can still publish unless the project has co-host authentication switched on. */
  readonly SUBSCRIBER: 'subscriber';
};
export type Role = (typeof Role)[keyof typeof Role];

/**
 * Who may use a token: a number of 1 to 4294967295 is a uid, a text of 1 to 255 bytes an account,
 * {@link ANY_USER} anyone. The account `'0'` is an account like any other.
 */
export type User = number | bigint | string | typeof ANY_USER;

/**
 * Where a token may be used: a channel's name, 1 to 63 of the characters that Agora allows, or
 * {@link ANY_CHANNEL}.
 */
export type Channel = string | typeof ANY_CHANNEL;

/** A whole number of seconds, as a number or a bigint. */
export type Seconds = number | bigint;

/** The options of {@link App}'s constructor. */
export interface AppOptions {
  /**
   * The project's second certificate, while certificates are rotated. Tokens are made with the
   * first and verified with either.
   */
  secondaryCertificate?: string;
}

/** The options of an RTC token. */
export interface RtcTokenOptions {
  /** What the user may do: a {@link Role} or its number, 1 or 2. Publisher unless said. */
  role?: Role | 1 | 2;
  /** How long the user may stay: 1 to 86400 seconds. 3600 unless said. */
  ttl?: Seconds;
  /** The token's version. 007 unless said. */
  version?: '006' | '007';
}

/** The options of an RTM token. */
export interface RtmTokenOptions {
  /** How long the user may stay logged in: 1 to 86400 seconds. 3600 unless said. */
  ttl?: Seconds;
  /** The token's version. 007 unless said. */
  version?: '006' | '007';
}

/** The options of a token that is always of version 007. */
export interface TokenOptions {
  /** How long the token lasts: 1 to 86400 seconds. 3600 unless said. */
  ttl?: Seconds;
}

/** The options of a token for an APaaS room. */
export interface ApaasRoomTokenOptions extends TokenOptions {
  /** -32768 to 32767, which the classroom gives a meaning: 1 teacher, 2 student, 3 assistant. */
  role: number | bigint;
}

/**
 * An Agora project: makes and verifies its tokens.
 *
 * The ids are checked and the signing key prepared once, so an app that is kept is faster than the
 * sample API. The keys are in native memory, wiped when the app is collected, and nothing prints or
 * enumerates the certificates.
 *
 * Options are checked too: an unknown one throws `invalid_call`, so that a misspelled `ttl` never
 * passes. An option that is there but `undefined` is refused as `null` is, with the code of its
 * argument: a variable that should have held a role, a user or a lifetime would otherwise give a
 * token of another one. Leave it out instead: `{ ...(ttl === undefined ? {} : { ttl }) }`.
 *
 * @example
 * const app = new App(process.env.AGORA_APP_ID, process.env.AGORA_APP_CERTIFICATE);
 * const token = app.rtcToken('room', 42, { ttl: 3600 });
 * app.verify(token, { channel: 'room', user: 42 }).raiseIfInvalid();
 */
export class App {
  /**
   * @param appId The App ID, 32 hexadecimal digits.
   * @param appCertificate The primary App Certificate, 32 hexadecimal digits; case matters.
   * @throws {DynakeyError} `invalid_app_id`, `invalid_app_certificate`, `invalid_text`,
   *   `invalid_call`.
   */
  constructor(appId: string, appCertificate: string, options?: AppOptions);

  /** The App ID, as it was given. */
  readonly appId: string;

  /**
   * A token with which `user` may join `channel`.
   *
   * @throws {DynakeyError} `invalid_channel_name`, `invalid_uid`, `invalid_user_account`,
   *   `invalid_role`, `ttl_out_of_range`, `unsupported_version`, `invalid_text`, `invalid_call`;
   *   also `clock_out_of_range` and `entropy_unavailable`.
   */
  rtcToken(channel: Channel, user: User, options?: RtcTokenOptions): string;

  /**
   * A token for each of `users`, in their order, much faster than one by one. All or nothing.
   *
   * @throws {DynakeyError} As {@link App.rtcToken}; `index` says which user is wrong.
   *
   * @example
   * const [ann, bob] = app.rtcTokens('room', ['ann', 'bob'], { ttl: 600 });
   */
  rtcTokens(channel: Channel, users: Iterable<User>, options?: RtcTokenOptions): string[];

  /**
   * A token with which a user may log in to RTM.
   *
   * @param user The user's id, a text of 1 to 64 bytes.
   * @throws {DynakeyError} `invalid_user_account`, `ttl_out_of_range`, `unsupported_version`,
   *   `invalid_text`, `invalid_call`; also `clock_out_of_range` and `entropy_unavailable`.
   */
  rtmToken(user: string, options?: RtmTokenOptions): string;

  /**
   * A token with which a user may use Chat.
   *
   * @param user The user's id, any text but an empty one.
   * @throws {DynakeyError} `invalid_user_account`, `ttl_out_of_range`, `invalid_text`,
   *   `field_too_long`, `invalid_call`; also `clock_out_of_range` and `entropy_unavailable`.
   */
  chatUserToken(user: string, options?: TokenOptions): string;

  /**
   * A token with which a server may manage the project's Chat.
   *
   * @throws {DynakeyError} `ttl_out_of_range`, `invalid_call`; also `clock_out_of_range` and
   *   `entropy_unavailable`.
   */
  chatAppToken(options?: TokenOptions): string;

  /**
   * A token for full-path acceleration, for 24 hours.
   *
   * @throws {DynakeyError} `clock_out_of_range`, `entropy_unavailable`.
   */
  fpaToken(): string;

  /**
   * A token with which a user may enter a room of flexible classroom or education, and there use
   * RTM and Chat.
   *
   * @param room The room, any text but an empty one.
   * @param user The user, any text but an empty one.
   * @throws {DynakeyError} `invalid_channel_name` about the room, `invalid_user_account`,
   *   `invalid_role`, `ttl_out_of_range`, `invalid_text`, `field_too_long`, `invalid_call`; also
   *   `clock_out_of_range` and `entropy_unavailable`.
   */
  apaasRoomToken(room: string, user: string, options: ApaasRoomTokenOptions): string;

  /**
   * A token for a user of flexible classroom or education, outside of any room.
   *
   * @throws {DynakeyError} As {@link App.chatUserToken}.
   */
  apaasUserToken(user: string, options?: TokenOptions): string;

  /**
   * A token with which a server may manage the project's classrooms.
   *
   * @throws {DynakeyError} As {@link App.chatAppToken}.
   */
  apaasAppToken(options?: TokenOptions): string;

  /**
   * A token that opens several services at once, some of them more than once if need be.
   *
   * @throws {DynakeyError} About a service, whose `index` it has: `invalid_channel_name`,
   *   `invalid_uid`, `invalid_user_account`, `invalid_role`, `ttl_out_of_range`, `invalid_call`.
   *   Else `no_services`, `ttl_out_of_range`, `invalid_text`, `number_out_of_range`,
   *   `field_too_long`, `token_too_large`, `invalid_call`; also `clock_out_of_range` and
   *   `entropy_unavailable`.
   *
   * @example
   * app.token([new Rtc('room', 'ann', { privileges: { publish_video: 60 } }), new Rtm('ann')]);
   */
  token(services: Iterable<Grant>, options?: TokenOptions): string;

  /**
   * Verifies a token: who it is for, what it grants, until when, and that a certificate of this
   * app made it.
   *
   * Whatever is wrong with the token is a finding of the report, all of them at once.
   *
   * @throws {DynakeyError} Only about the options: `invalid_channel_name`, `invalid_uid`,
   *   `invalid_user_account`, `invalid_text`, `invalid_expectation`, `invalid_call`.
   *
   * @example
   * const report = app.verify(token, { channel: 'room', user: 42, minRemaining: 60 });
   * if (!report.ok) console.error(report.findings);
   */
  verify(token: string, options: Expectation): Report;

  /** The App ID alone. */
  toJSON(): { appId: string };
}

// ---- Reading and verifying ----

/**
 * What a token is expected to be good for. As with {@link App}'s options, one that is unknown or
 * `undefined` is an error.
 */
export interface Expectation {
  /**
   * The channel, byte for byte, {@link ANY_CHANNEL}, or {@link UNCHECKED}: a version 006 signature
   * can't be checked then, unless the token is for RTM, which has no channel.
   */
  channel: Channel | typeof UNCHECKED;
  /** The user, as in {@link User}, or {@link UNCHECKED}. */
  user: User | typeof UNCHECKED;
  /**
   * The service. Unless said, it is RTC if the token opens that, else the first that it opens; a
   * version 006 token that grants only the RTM login is for RTM, any other for RTC.
   */
  service?: ServiceName;
  /**
   * What the token must grant besides joining (RTM: logging in), by name, such as
   * `publish_audio`, or by number.
   */
  privileges?: Iterable<string | number | bigint>;
  /** How many seconds the clocks of maker and checker may differ, either way. 0 unless said. */
  leeway?: Seconds;
  /** How many seconds the token must still last. 0 unless said. */
  minRemaining?: Seconds;
  /** The time of the check, in Unix seconds if it is a number. Now unless said. */
  at?: Date | Seconds;
}

/** The services' names. */
export type ServiceName =
  'rtc' | 'rtm' | 'streaming' | 'fpa' | 'chat' | 'fcdn' | 'apaas' | 'rtm2' | 'convo_ai' | 'stt';

/**
 * One thing that a check found. For those who operate a service: don't show findings to its
 * callers, whom they would help to guess.
 */
export interface Finding {
  /** The stable kind. */
  code: FindingCode;
  /** `error` if it makes the token unfit. */
  level: 'error' | 'warning';
  /** What was found, in one sentence. */
  message: string;
  /** What to do about it. */
  hint: string;
}

/** The kinds of findings. */
export type FindingCode =
  | 'malformed_token'
  | 'unsupported_version'
  | 'token_too_large'
  | 'app_id_mismatch'
  | 'signature_mismatch'
  | 'signature_unchecked'
  | 'checksum_mismatch'
  | 'channel_mismatch'
  | 'user_mismatch'
  | 'token_expired'
  | 'privilege_expired'
  | 'service_missing'
  | 'privilege_missing'
  | 'issued_in_future'
  | 'expires_too_soon'
  | 'longer_than_24h'
  | 'expiry_looks_like_duration'
  | 'expiry_looks_like_timestamp'
  | 'any_user'
  | 'any_channel'
  | 'unknown_service'
  | 'trailing_bytes'
  | 'join_only';

/** What {@link Report} and {@link Consistency} have in common. */
interface Outcome {
  /** The time that the token was checked for. */
  readonly checkedAt: Date;
  /**
   * When the token effectively ends: the earliest of its own end, the end of its join (or login)
   * privilege and 24 hours after issue. `null` if it can't be read.
   */
  readonly expiresAt: Date | null;
  /** When to renew: 30 seconds before the effective end, when the SDKs call back. */
  readonly renewAfter: Date | null;
  /** Everything that was found, errors and warnings. */
  readonly findings: Finding[];
  /**
   * What the token says about itself; `null` if it can't be read. It is read when it is asked for,
   * so a copy made with `{ ...report }` or `structuredClone` is without it.
   */
  readonly token: Inspection | null;
}

type SnakeCase<Name> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name;

/**
 * What `JSON.stringify` writes of a {@link Report}, a {@link Consistency} or an
 * {@link Inspection}: as in the other languages and on the command line, names are in snake_case
 * and times in Unix seconds.
 */
export type Json<Value> = Value extends Date
  ? number
  : Value extends (infer Entry)[]
    ? Json<Entry>[]
    : Value extends object
      ? {
          [
            Name in keyof Value as Value[Name] extends () => unknown ? never : SnakeCase<Name>
          ]: Json<Value[Name]>;
        }
      : Value;

/** The outcome of {@link App.verify}. */
export interface Report extends Outcome {
  /** Whether the signature was checked and fits, and no finding is an error. */
  readonly ok: boolean;
  /**
   * What is known of the signature. `undecidable`: the token is for another App ID, channel or
   * user, so that the signature can't be computed; `unchecked`: it can't be read, or channel or
   * user were left out.
   */
  readonly signature: 'valid' | 'mismatch' | 'undecidable' | 'unchecked';
  /** Which of the app's certificates the token was made with, if the signature fits. */
  readonly certificate: 'primary' | 'secondary' | null;
  /**
   * This report if it is `ok`.
   *
   * @throws {DynakeyError} `verification_failed`, with this report as its `report`.
   */
  raiseIfInvalid(): this;
  /** What `JSON.stringify` writes. */
  toJSON(): Json<Report>;
}

/** The outcome of {@link check}, which has no certificate and so proves nothing. */
export interface Consistency extends Outcome {
  /** Whether no finding is an error. A forged token can be consistent. */
  readonly consistent: boolean;
  /** What `JSON.stringify` writes. */
  toJSON(): Json<Consistency>;
}

/** What a token says about itself. Nothing in it is proven: anyone can write a token. */
export interface Inspection {
  /** The token's version. */
  version: '006' | '007';
  /** The App ID of the project that the token is for. */
  appId: string;
  /** The random number that makes two tokens of one second differ. */
  salt: number;
  /** When the token was made. */
  issuedAt: Date;
  /**
   * Whether `issuedAt` is assumed: version 006 holds only the end, 24 hours later. Version 007
   * holds it.
   */
  issuedAtAssumed: boolean;
  /** When the token as a whole ends; privileges may end earlier. */
  expiresAt: Date;
  /** The services that the token opens. */
  services: InspectedService[];
  /** Version 006: the CRC-32 of the channel's name (RTM: of the user's). */
  channelCrc: number | null;
  /** Version 006: the CRC-32 of the user as text, 0 for anyone. */
  userCrc: number | null;
  /** The signature in hexadecimal digits. */
  signature: string;
  /**
   * Version 007: the number of the first service that is not known. What follows it in the token
   * can't be read, though it is signed.
   */
  unknownService: number | null;
  /** Bytes within the signed part that follow all that is understood. */
  trailingBytes: number;
  /** What `JSON.stringify` writes. */
  toJSON(): Json<Inspection>;
}

/** A service that a token opens. */
export interface InspectedService {
  /** The service's name. */
  name: ServiceName;
  /** The service's number. */
  number: number;
  /**
   * The name of the channel or room, `*` for any; `null` if the service has none, and in version
   * 006, which does not hold it.
   */
  channel: string | null;
  /**
   * The user as text, empty for anyone (Chat, APaaS: for the app); `null` if the service has none,
   * and in version 006, which does not hold it.
   */
  user: string | null;
  /** APaaS: the user's role in the room. */
  role: number | null;
  /** What the user may do. */
  privileges: InspectedPrivilege[];
  /** RTM2: which resources the user may use. */
  permissions: InspectedPermission[];
}

/** A permission that an RTM2 token grants. */
export interface InspectedPermission {
  /** The type of the resources, such as `message_channels`; `null` for a number without a name. */
  resource: string | null;
  /** The number of that type. */
  resourceNumber: number;
  /** What may be done with them; `null` for a number without a name. */
  permission: 'read' | 'write' | null;
  /** The permission's number. */
  permissionNumber: number;
  /** The names of the resources. */
  names: string[];
}

/** A privilege that a token grants. */
export interface InspectedPrivilege {
  /** The privilege's name, such as `publish_audio`; `null` for a number without one. */
  name: string | null;
  /** The privilege's number. */
  number: number;
  /** When the privilege ends; the token's own end if it has none of its own. */
  expiresAt: Date;
}

/**
 * Reads a token; no certificate is needed, and nothing is proven.
 *
 * @throws {DynakeyError} `malformed_token`, with where but never with what; `unsupported_version`;
 *   `token_too_large`; `invalid_text`.
 *
 * @example
 * inspect(token).services[0].privileges.map(({ name }) => name);
 */
export function inspect(token: string): Inspection;

/**
 * Checks what can be checked of a token without a certificate. A forged token can be consistent:
 * only {@link App.verify} proves anything.
 *
 * @throws {DynakeyError} As {@link App.verify}.
 */
export function check(token: string, options: Expectation): Consistency;

// ---- Errors ----

/** The stable codes of errors, the same in every language. */
export type ErrorCode =
  | 'invalid_app_id'
  | 'invalid_app_certificate'
  | 'invalid_channel_name'
  | 'invalid_uid'
  | 'invalid_user_account'
  | 'invalid_role'
  | 'expiry_not_a_timestamp'
  | 'expiry_not_a_duration'
  | 'ttl_out_of_range'
  | 'no_services'
  | 'field_too_long'
  | 'invalid_text'
  | 'invalid_expectation'
  | 'number_out_of_range'
  | 'invalid_call'
  | 'malformed_token'
  | 'unsupported_version'
  | 'token_too_large'
  | 'verification_failed'
  | 'entropy_unavailable'
  | 'clock_out_of_range'
  | 'internal';

/**
 * What was wrong with a call.
 *
 * @example
 * try {
 *   app.rtcToken('room', NaN);
 * } catch (error) {
 *   if (error instanceof DynakeyError) console.error(error.code, error.argument, error.hint);
 * }
 */
export class DynakeyError extends Error {
  private constructor();
  /** The stable code. */
  readonly code: ErrorCode;
  /** The argument at fault, by its name in snake_case, the same in every language. */
  readonly argument?: string;
  /** What usually mends it. */
  readonly hint: string;
  /** Which user of a batch, or which service of a token, is at fault, counted from 0. */
  readonly index?: number;
  /**
   * Of `verification_failed`: the report. Not enumerable, so that a logged error does not hold
   * what the token is made of.
   */
  readonly report?: Report;
}

// ---- The sample API ----

/** The roles of RTC users in the sample API. */
export const RtcRole: {
  /** Joins and publishes, as a publisher. */
  readonly ATTENDEE: 0;
  /** Joins and publishes audio, video and data. */
  readonly PUBLISHER: 1;
  /** Joins only. */
  readonly SUBSCRIBER: 2;
  /** Joins and publishes, as a publisher. */
  readonly ADMIN: 101;
};
export type RtcRole = (typeof RtcRole)[keyof typeof RtcRole];

/** The only role of an RTM user. */
export const RtmRole: { readonly Rtm_User: 1 };
export type RtmRole = (typeof RtmRole)[keyof typeof RtmRole];

/**
 * Makes RTC tokens. Its functions work destructured.
 *
 * @example
 * const expires = Math.floor(Date.now() / 1000) + 3600;
 * RtcTokenBuilder.buildTokenWithUid(id, certificate, 'room', 42, RtcRole.PUBLISHER, expires);
 */
export class RtcTokenBuilder {
  /**
   * A token for a user known by a number.
   *
   * @param appId The App ID, 32 hexadecimal digits.
   * @param appCertificate The App Certificate, 32 hexadecimal digits.
   * @param channelName 1 to 63 of the characters that Agora allows.
   * @param uid 1 to 4294967295, or the number 0 for anyone. A text such as a query string's
   *   `'42'` is taken as its number, except `'0'`.
   * @param privilegeExpiredTs When the privileges end, in Unix seconds; 0 is as long as the token,
   *   24 hours from now.
   * @throws {DynakeyError} `invalid_app_id`, `invalid_app_certificate`, `invalid_channel_name`,
   *   `invalid_uid`, `invalid_role`, `expiry_not_a_timestamp`, `invalid_text`; also
   *   `clock_out_of_range` and `entropy_unavailable`.
   */
  static buildTokenWithUid(
    appId: string,
    appCertificate: string,
    channelName: string,
    uid: number | bigint | string,
    role: RtcRole,
    privilegeExpiredTs: Seconds,
  ): string;

  /**
   * A token for a user known by a text of 1 to 255 bytes; the rest is as in
   * {@link RtcTokenBuilder.buildTokenWithUid}.
   *
   * @throws {DynakeyError} As there, with `invalid_user_account` in place of `invalid_uid`.
   */
  static buildTokenWithAccount(
    appId: string,
    appCertificate: string,
    channelName: string,
    account: string,
    role: RtcRole,
    privilegeExpiredTs: Seconds,
  ): string;

  /** Another name of {@link RtcTokenBuilder.buildTokenWithAccount}. */
  static buildTokenWithUserAccount: typeof RtcTokenBuilder.buildTokenWithAccount;
}

/** Makes RTM tokens. Its function works destructured. */
export class RtmTokenBuilder {
  /**
   * A token with which a user may log in to RTM.
   *
   * @param userAccount The user's id, a text of 1 to 64 bytes.
   * @param role Always `RtmRole.Rtm_User`.
   * @param privilegeExpiredTs When the login ends, in Unix seconds; 0 is as long as the token, 24
   *   hours from now.
   * @throws {DynakeyError} `invalid_app_id`, `invalid_app_certificate`, `invalid_user_account`,
   *   `invalid_role`, `expiry_not_a_timestamp`, `invalid_text`; also `clock_out_of_range` and
   *   `entropy_unavailable`.
   */
  static buildToken(
    appId: string,
    appCertificate: string,
    userAccount: string,
    role: RtmRole,
    privilegeExpiredTs: Seconds,
  ): string;
}

/** The privileges of version 006 by the reference's names, which spell the word so. */
export const priviledges: {
  readonly kJoinChannel: 1;
  readonly kPublishAudioStream: 2;
  readonly kPublishVideoStream: 3;
  readonly kPublishDataStream: 4;
  readonly kPublishAudiocdn: 5;
  readonly kPublishVideoCdn: 6;
  readonly kRequestPublishAudioStream: 7;
  readonly kRequestPublishVideoStream: 8;
  readonly kRequestPublishDataStream: 9;
  readonly kInvitePublishAudioStream: 10;
  readonly kInvitePublishVideoStream: 11;
  readonly kInvitePublishDataStream: 12;
  readonly kAdministrateChannel: 101;
  readonly kRtmLogin: 1000;
};

/** Another name of {@link priviledges}. */
export const privileges: typeof priviledges;

/**
 * A token in its parts, for full control: any channel, any user, any privileges. `build` checks
 * ids, sizes, texts and the uid, nothing else.
 *
 * The certificate is not an attribute: no print, JSON or enumeration shows it.
 *
 * @example
 * const token = new AccessToken(appId, appCertificate, 'room', 42);
 * token.addPrivilege(privileges.kJoinChannel, Math.floor(Date.now() / 1000) + 3600);
 * token.build();
 */
export class AccessToken {
  /**
   * A token without privileges, with a random salt, that ends 24 hours from now.
   *
   * An argument that is not passed is an empty text, and an empty uid, like the number 0, is
   * anyone; but `undefined`, `null` and `NaN`, passed as the uid, make `build` fail.
   */
  constructor(
    appID?: string,
    appCertificate?: string,
    channelName?: string,
    uid?: number | bigint | string,
  );
  /** The App ID. */
  appID: string;
  /** The channel, for RTM the account. A token does not hold it: reading one leaves it alone. */
  channelName: string;
  /** The user as text, empty for anyone. A token does not hold it: reading one leaves it alone. */
  uid: number | bigint | string;
  /** The salt, 0 to 4294967295. */
  salt: number;
  /** When the token as a whole ends, in Unix seconds. */
  ts: number;
  /** The privileges by number, each with its end in Unix seconds or 0: what is put here is built. */
  messages: Record<number, Seconds>;
  /** The checksum of the channel, of a token that was read. */
  crc_channel_name: number | undefined;
  /** The checksum of the user, of a token that was read. */
  crc_uid: number | undefined;
  /**
   * The signature of a token that was read; `build` makes its own. It is a `Buffer`, told as what
   * that extends, so that these types need no others.
   */
  signature: Uint8Array | undefined;
  /** Grants a privilege until a time in Unix seconds; 0 is as long as the token. */
  addPriviledge(priviledge: number, expireTimestamp: Seconds): void;
  /** Another name of {@link AccessToken.addPriviledge}. */
  addPrivilege(privilege: number, expireTimestamp: Seconds): void;
  /**
   * The token.
   *
   * @throws {DynakeyError} `invalid_app_id`, `invalid_app_certificate`, `invalid_text`,
   *   `field_too_long`, `invalid_channel_name` and `invalid_uid` for what is no text or no uid,
   *   `number_out_of_range`, `expiry_not_a_timestamp`, `invalid_call`.
   */
  build(): string;
  /**
   * Reads a token into this object; `false`, and everything cleared but the certificate, if it
   * can't be read. See {@link inspect} for the reason.
   */
  fromString(token: string): boolean;
}
