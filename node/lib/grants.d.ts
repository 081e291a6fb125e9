// The services that an app puts into one token.

import type { Rtm2Permissions } from './access-token-2.js';
import type { Channel, Role, Seconds, User } from './index.js';

/** The options of a service in {@link App.token}. */
export interface GrantOptions {
  /** How long its privileges last: 1 to 86400 seconds. As long as the token unless said. */
  ttl?: Seconds;
  /**
   * How long single privileges last, in seconds, by name such as `publish_audio` or by number. One
   * that the service doesn't grant by itself is granted.
   */
  privileges?: Record<string | number, Seconds>;
}

/** The options of a service that has roles. */
export interface RoleGrantOptions extends GrantOptions {
  /** What the user may do: a {@link Role} or its number, 1 or 2. Publisher unless said. */
  role?: Role | 1 | 2;
}

/** The options of an APaaS room's service. */
export interface ApaasRoomGrantOptions extends GrantOptions {
  /** The role in the room, as for {@link App.apaasRoomToken}. */
  role: number | bigint;
}

/** What the services have in common. */
declare abstract class Service {
  // Only these classes are services, not what looks alike.
  #private;
  readonly ttl?: Seconds;
  readonly privileges?: Record<string | number, Seconds>;
}

/** RTC: the user may join the channel, as for {@link App.rtcToken}. */
export class Rtc extends Service {
  constructor(channel: Channel, user: User, options?: RoleGrantOptions);
  readonly channel: Channel;
  readonly user: User;
  readonly role?: Role | 1 | 2;
}

/** RTM: the user may log in, as for {@link App.rtmToken}. */
export class Rtm extends Service {
  constructor(user: string, options?: GrantOptions);
  readonly user: string;
}

/** RTM with permissions on single resources. */
export class Rtm2 extends Service {
  constructor(user: string, permissions: Rtm2Permissions, options?: GrantOptions);
  readonly user: string;
  readonly permissions: Rtm2Permissions;
}

/** Streaming: the user may publish mixed and raw streams of the channel. */
export class Streaming extends Service {
  constructor(channel: Channel, user: User, options?: GrantOptions);
  readonly channel: Channel;
  readonly user: User;
}

/** The fusion CDN: the user may publish and play the channel; as a subscriber, only play it. */
export class FCdn extends Service {
  constructor(channel: Channel, user: User, options?: RoleGrantOptions);
  readonly channel: Channel;
  readonly user: User;
  readonly role?: Role | 1 | 2;
}

/** Chat as a user, as for {@link App.chatUserToken}. */
export class ChatUser extends Service {
  constructor(user: string, options?: GrantOptions);
  readonly user: string;
}

/** Chat as the app, as for {@link App.chatAppToken}. */
export class ChatApp extends Service {
  constructor(options?: GrantOptions);
}

/** Full-path acceleration. */
export class Fpa extends Service {
  constructor(options?: GrantOptions);
}

/**
 * APaaS in a room. Unlike {@link App.apaasRoomToken} it is this service alone, without RTM and
 * Chat.
 */
export class ApaasRoom extends Service {
  constructor(room: string, user: string, options: ApaasRoomGrantOptions);
  readonly room: string;
  readonly user: string;
  readonly role: number | bigint;
}

/** APaaS as a user outside of any room. */
export class ApaasUser extends Service {
  constructor(user: string, options?: GrantOptions);
  readonly user: string;
}

/** APaaS as the app. */
export class ApaasApp extends Service {
  constructor(options?: GrantOptions);
}

/** Conversational AI. It stands beside RTC and RTM. */
export class ConvoAI extends Service {
  constructor(options?: GrantOptions);
}

/** Speech to text. It stands beside RTC and RTM. */
export class Stt extends Service {
  constructor(options?: GrantOptions);
}

/** A service to put into a token of {@link App.token}. */
export type Grant = Service;

export {};
