// The builders of version 007.

import type { Rtm2Permissions } from './access-token-2.js';
import type { Seconds } from './index.js';

/** The numbers of an RTC user's role in version 007: 1 publishes, 2 only joins. */
type RtcRoleNumber = 1 | 2;

/**
 * The arguments of the builders that give RTC and RTM in one token. The expiries are in seconds
 * from now; a privilege's 0 is as long as the token.
 */
type RtcAndRtm = [
  appId: string,
  appCertificate: string,
  channelName: string,
  rtcAccount: string,
  rtcRole: RtcRoleNumber,
  rtcTokenExpire: Seconds,
  joinChannelPrivilegeExpire: Seconds,
  pubAudioPrivilegeExpire: Seconds,
  pubVideoPrivilegeExpire: Seconds,
  pubDataStreamPrivilegeExpire: Seconds,
  rtmUserId: string,
  rtmTokenExpire: Seconds,
];

/**
 * Makes RTC tokens of version 007, whose expiries are durations in seconds from now. Its functions
 * work destructured.
 *
 * @example
 * RtcTokenBuilder2.buildTokenWithUid(id, certificate, 'room', 42, RtcRole.PUBLISHER, 3600);
 */
export class RtcTokenBuilder2 {
  /**
   * A token for a user known by a number.
   *
   * @param appId The App ID, 32 hexadecimal digits.
   * @param appCertificate The App Certificate, 32 hexadecimal digits.
   * @param channelName 1 to 63 of the characters that Agora allows, or `'*'` for any channel.
   * @param uid 1 to 4294967295, or the number 0 for anyone. A text such as a query string's
   *   `'42'` is taken as its number, except `'0'`.
   * @param role `RtcRole.PUBLISHER` or `RtcRole.SUBSCRIBER`.
   * @param tokenExpire How many seconds the token lasts.
   * @param privilegeExpire How many seconds the privileges last; 0 is as long as the token.
   * @throws {DynakeyError} `invalid_app_id`, `invalid_app_certificate`, `invalid_channel_name`,
   *   `invalid_uid`, `invalid_role`, `expiry_not_a_duration`, `invalid_text`; also
   *   `clock_out_of_range` and `entropy_unavailable`.
   */
  static buildTokenWithUid(
    appId: string,
    appCertificate: string,
    channelName: string,
    uid: number | bigint | string,
    role: RtcRoleNumber,
    tokenExpire: Seconds,
    privilegeExpire?: Seconds,
  ): string;

  /**
   * A token for a user known by a text of 1 to 255 bytes; the rest is as in
   * {@link RtcTokenBuilder2.buildTokenWithUid}.
   *
   * @throws {DynakeyError} As there, with `invalid_user_account` in place of `invalid_uid`.
   */
  static buildTokenWithUserAccount(
    appId: string,
    appCertificate: string,
    channelName: string,
    account: string,
    role: RtcRoleNumber,
    tokenExpire: Seconds,
    privilegeExpire?: Seconds,
  ): string;

  /**
   * A token for a user known by a number, with a duration for each privilege; 0 is as long as the
   * token.
   *
   * @throws {DynakeyError} As {@link RtcTokenBuilder2.buildTokenWithUid}, but for the role.
   */
  static buildTokenWithUidAndPrivilege(
    appId: string,
    appCertificate: string,
    channelName: string,
    uid: number | bigint | string,
    tokenExpire: Seconds,
    joinChannelPrivilegeExpire: Seconds,
    pubAudioPrivilegeExpire: Seconds,
    pubVideoPrivilegeExpire: Seconds,
    pubDataStreamPrivilegeExpire: Seconds,
  ): string;

  /** As {@link RtcTokenBuilder2.buildTokenWithUidAndPrivilege}, for a user known by a text. */
  static buildTokenWithUserAccountAndPrivilege(
    appId: string,
    appCertificate: string,
    channelName: string,
    account: string,
    tokenExpire: Seconds,
    joinChannelPrivilegeExpire: Seconds,
    pubAudioPrivilegeExpire: Seconds,
    pubVideoPrivilegeExpire: Seconds,
    pubDataStreamPrivilegeExpire: Seconds,
  ): string;

  /** {@link RtcTokenBuilder2.buildTokenWithUserAccountAndPrivilege} as the reference spells it. */
  static BuildTokenWithUserAccountAndPrivilege: typeof RtcTokenBuilder2.buildTokenWithUserAccountAndPrivilege;

  /**
   * A token for RTC and RTM, where the user has one name in both.
   *
   * @throws {DynakeyError} As {@link RtcTokenBuilder2.buildTokenWithUserAccount}; the account may
   *   have 64 bytes at most.
   */
  static buildTokenWithRtm(
    appId: string,
    appCertificate: string,
    channelName: string,
    account: string,
    role: RtcRoleNumber,
    tokenExpire: Seconds,
    privilegeExpire?: Seconds,
  ): string;

  /**
   * A token for RTC and RTM, each with its own user and expiry.
   *
   * @throws {DynakeyError} As {@link RtcTokenBuilder2.buildTokenWithUserAccount}.
   */
  static buildTokenWithRtm2(...given: RtcAndRtm): string;
}

/** Makes RTM tokens of version 007. Its functions work destructured. */
export class RtmTokenBuilder2 {
  /**
   * A token with which a user may log in to RTM.
   *
   * @param userId The user's id, a text of 1 to 64 bytes.
   * @param expire How many seconds the token lasts.
   * @throws {DynakeyError} `invalid_app_id`, `invalid_app_certificate`, `invalid_user_account`,
   *   `expiry_not_a_duration`, `invalid_text`; also `clock_out_of_range` and
   *   `entropy_unavailable`.
   */
  static buildToken(appId: string, appCertificate: string, userId: string, expire: Seconds): string;

  /**
   * A token with which a user may log in to RTM and use the resources that the permissions name.
   *
   * @throws {DynakeyError} As {@link RtmTokenBuilder2.buildToken}; also `number_out_of_range`,
   *   `field_too_long`, `token_too_large` and `invalid_call` about the permissions.
   */
  static buildTokenWithPermissions(
    appId: string,
    appCertificate: string,
    userId: string,
    permissions: Rtm2Permissions,
    expire?: Seconds,
  ): string;
}

/** Makes Chat tokens of version 007. Its functions work destructured. */
export class ChatTokenBuilder2 {
  /**
   * A token with which a user may use Chat.
   *
   * @param userId The user's id, any text but an empty one.
   * @param expire How many seconds the token lasts.
   * @throws {DynakeyError} As {@link RtmTokenBuilder2.buildToken}; also `field_too_long`.
   */
  static buildUserToken(
    appId: string,
    appCertificate: string,
    userId: string,
    expire: Seconds,
  ): string;

  /**
   * A token with which a server may manage the project's Chat.
   *
   * @throws {DynakeyError} `invalid_app_id`, `invalid_app_certificate`, `expiry_not_a_duration`,
   *   `invalid_text`; also `clock_out_of_range` and `entropy_unavailable`.
   */
  static buildAppToken(appId: string, appCertificate: string, expire: Seconds): string;
}

/** Makes tokens for full-path acceleration. Its function works destructured. */
export class FpaTokenBuilder {
  /**
   * A token for 24 hours.
   *
   * @throws {DynakeyError} `invalid_app_id`, `invalid_app_certificate`, `invalid_text`; also
   *   `clock_out_of_range` and `entropy_unavailable`.
   */
  static buildToken(appId: string, appCertificate: string): string;
}

/** Makes tokens for flexible classroom and education. Its functions work destructured. */
export class ApaasTokenBuilder {
  /**
   * A token with which a user may enter a room, and there use RTM and Chat.
   *
   * @param roomUuid The room, any text but an empty one.
   * @param userUuid The user, any text but an empty one.
   * @param role -32768 to 32767, which the classroom gives a meaning: 1 teacher, 2 student,
   *   3 assistant.
   * @param expire How many seconds the token lasts.
   * @throws {DynakeyError} `invalid_app_id`, `invalid_app_certificate`, `invalid_channel_name`,
   *   `invalid_user_account`, `invalid_role`, `expiry_not_a_duration`, `invalid_text`,
   *   `field_too_long`; also `clock_out_of_range` and `entropy_unavailable`.
   */
  static buildRoomUserToken(
    appId: string,
    appCertificate: string,
    roomUuid: string,
    userUuid: string,
    role: number | bigint,
    expire: Seconds,
  ): string;

  /**
   * A token for a user outside of any room.
   *
   * @throws {DynakeyError} As {@link ApaasTokenBuilder.buildRoomUserToken}.
   */
  static buildUserToken(
    appId: string,
    appCertificate: string,
    userUuid: string,
    expire: Seconds,
  ): string;

  /**
   * A token with which a server may manage the project's classrooms.
   *
   * @throws {DynakeyError} As {@link ApaasTokenBuilder.buildRoomUserToken}.
   */
  static buildAppToken(appId: string, appCertificate: string, expire: Seconds): string;
}

/** Another name of {@link ApaasTokenBuilder}. */
export class EducationTokenBuilder2 extends ApaasTokenBuilder {}

/** Makes tokens for conversational AI. Its function works destructured. */
export class ConvoAITokenBuilder {
  /**
   * A token for conversational AI, RTC and RTM.
   *
   * @throws {DynakeyError} As {@link RtcTokenBuilder2.buildTokenWithUserAccount}.
   */
  static buildToken(...given: RtcAndRtm): string;
}

/** Makes tokens for speech to text. Its function works destructured. */
export class SttTokenBuilder {
  /**
   * A token for speech to text, RTC and RTM.
   *
   * @throws {DynakeyError} As {@link RtcTokenBuilder2.buildTokenWithUserAccount}.
   */
  static buildToken(...given: RtcAndRtm): string;
}

export {};
