/** What the npm package agora-token exports, in which the builders are those of version 007. */
export {
  ApaasTokenBuilder,
  ChatTokenBuilder2 as ChatTokenBuilder,
  ConvoAITokenBuilder,
  EducationTokenBuilder2 as EducationTokenBuilder,
  FpaTokenBuilder,
  RtcTokenBuilder2 as RtcTokenBuilder,
  Rtm2Permissions,
  RtmTokenBuilder2 as RtmTokenBuilder,
  SttTokenBuilder,
} from './index.js';

/** The roles of RTC users. */
export const RtcRole: {
  /** Joins and publishes audio, video and data. */
  readonly PUBLISHER: 1;
  /** Joins only. */
  readonly SUBSCRIBER: 2;
};
export type RtcRole = (typeof RtcRole)[keyof typeof RtcRole];
