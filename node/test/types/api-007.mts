// A program that uses everything of version 007, type-checked and run.
import {
  ANY_CHANNEL,
  AccessToken2,
  ApaasApp,
  ApaasRoom,
  ApaasTokenBuilder,
  ApaasUser,
  App,
  ChatApp,
  ChatTokenBuilder2,
  ChatUser,
  ConvoAI,
  ConvoAITokenBuilder,
  EducationTokenBuilder2,
  FCdn,
  Fpa,
  FpaTokenBuilder,
  Rtc,
  RtcRole,
  RtcTokenBuilder2,
  Rtm,
  Rtm2,
  Rtm2Permissions,
  RtmTokenBuilder2,
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
  Streaming,
  Stt,
  SttTokenBuilder,
  inspect,
  type ApaasRoomGrantOptions,
  type ApaasRoomTokenOptions,
  type Channel,
  type Grant,
  type GrantOptions,
  type InspectedPermission,
  type RoleGrantOptions,
  type ServiceName,
  type TokenOptions,
} from 'dynakey';
import door, { RtcRole as DoorRole, RtcTokenBuilder, RtmTokenBuilder } from 'dynakey/agora-token';

const id = '970CA35de60c44645bbae8a215061b33';
const certificate = '5CFd2fd1755d40ecb72977518be15d3b';
const ids = [id, certificate] as const;

const app = new App(id, certificate);
const anywhere: Channel = ANY_CHANNEL;
const options: TokenOptions = { ttl: 600 };
const room: ApaasRoomTokenOptions = { role: 1, ttl: 600 };
const tokens: string[] = [
  app.rtcToken(anywhere, 42),
  app.rtmToken('ann'),
  app.chatUserToken('ann', options),
  app.chatAppToken(options),
  app.fpaToken(),
  app.apaasRoomToken('room', 'ann', room),
  app.apaasUserToken('ann', options),
  app.apaasAppToken(),
];

const role: RoleGrantOptions = { role: 'subscriber', ttl: 60, privileges: { publish_audio: 30 } };
const lifetimes: GrantOptions = { ttl: 60n, privileges: { 1: 30 } };
const roomRole: ApaasRoomGrantOptions = { role: 2, ...lifetimes };
const permissions: Rtm2Permissions = new Rtm2Permissions().add(
  Rtm2Permissions.kMessageChannels,
  Rtm2Permissions.kRead,
  ['news'],
);
const grants: Grant[] = [
  new Rtc('room', 'ann', role),
  new Rtm('ann', lifetimes),
  new Rtm2('ann', permissions),
  new Streaming('room', 42),
  new FCdn('room', 42, { role: 2 }),
  new ChatUser('ann'),
  new ChatApp(),
  new Fpa(),
  new ApaasRoom('room', 'ann', roomRole),
  new ApaasUser('ann'),
  new ApaasApp(),
  new ConvoAI(),
  new Stt(),
];
const several: string = app.token(grants, options);
tokens.push(several);
const names: ServiceName[] = inspect(several).services.map(({ name }) => name);
const permitted: InspectedPermission[] = inspect(several).services.flatMap((s) => s.permissions);

const { buildTokenWithUid, buildTokenWithRtm2 } = RtcTokenBuilder2;
const rtm = ['ann', 600] as const;
tokens.push(
  buildTokenWithUid(...ids, 'room', 42, RtcRole.PUBLISHER, 600),
  RtcTokenBuilder2.buildTokenWithUserAccount(...ids, 'room', 'ann', RtcRole.SUBSCRIBER, 600, 0),
  RtcTokenBuilder2.buildTokenWithUidAndPrivilege(...ids, 'room', 42, 600, 1, 2, 3, 4),
  RtcTokenBuilder2.BuildTokenWithUserAccountAndPrivilege(...ids, 'room', 'ann', 600, 1, 2, 3, 4),
  RtcTokenBuilder2.buildTokenWithRtm(...ids, 'room', 'ann', DoorRole.PUBLISHER, 600),
  buildTokenWithRtm2(...ids, 'room', 'ann', 1, 600, 1, 2, 3, 4, ...rtm),
  ConvoAITokenBuilder.buildToken(...ids, 'room', 'ann', 1, 600, 1, 2, 3, 4, ...rtm),
  SttTokenBuilder.buildToken(...ids, 'room', 'ann', 1, 600, 1, 2, 3, 4, ...rtm),
  RtmTokenBuilder2.buildToken(...ids, 'ann', 600),
  RtmTokenBuilder2.buildTokenWithPermissions(...ids, 'ann', permissions),
  ChatTokenBuilder2.buildUserToken(...ids, 'ann', 600),
  ChatTokenBuilder2.buildAppToken(...ids, 600),
  FpaTokenBuilder.buildToken(...ids),
  ApaasTokenBuilder.buildRoomUserToken(...ids, 'room', 'ann', 1, 600),
  EducationTokenBuilder2.buildUserToken(...ids, 'ann', 600),
  ApaasTokenBuilder.buildAppToken(...ids, 600),
  RtcTokenBuilder.buildTokenWithUid(...ids, 'room', 42, door.RtcRole.SUBSCRIBER, 600),
  RtmTokenBuilder.buildToken(...ids, 'ann', 600),
);

const object = new AccessToken2(id, certificate, 0, 600);
const rtc = new ServiceRtc('room', 42);
rtc.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 600);
rtc.privileges[ServiceRtc.kPrivilegePublishAudioStream] = 0;
object.add_service(rtc);
object.services.push(
  new ServiceRtm('ann'),
  new ServiceStreaming('room', 'ann'),
  new ServiceFpa(),
  new ServiceChat('ann'),
  new ServiceFCdn('room', 'ann'),
  new ServiceApaas('room', 'ann', 1),
  new ServiceRtm2('ann', permissions),
  new ServiceConvoAI(),
  new ServiceStt(),
);
tokens.push(object.build());
const read = new AccessToken2();
const isRead: boolean = read.from_string(object.build());
const chats: Service[] = read.getServices(ServiceChat.kServiceType);

console.log(
  JSON.stringify({
    chats: chats.length,
    count: tokens.length,
    isRead,
    names: names.length,
    permitted: permitted.length,
    signed: read.verifySignature(certificate),
  }),
);
