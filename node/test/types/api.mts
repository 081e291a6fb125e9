// A program in an ECMAScript module that uses everything, type-checked and run.
import dynakey, {
  ANY_USER,
  AccessToken,
  App,
  DynakeyError,
  Role,
  RtcRole,
  RtcTokenBuilder,
  RtmRole,
  RtmTokenBuilder,
  UNCHECKED,
  check,
  inspect,
  priviledges,
  privileges,
  version,
  type Consistency,
  type ErrorCode,
  type Expectation,
  type Finding,
  type FindingCode,
  type Inspection,
  type Json,
  type Report,
  type RtcTokenOptions,
  type User,
} from 'dynakey';
import door, { RtcTokenBuilder as DoorBuilder } from 'dynakey/agora-access-token';

const id = '970CA35de60c44645bbae8a215061b33';
const certificate = '5CFd2fd1755d40ecb72977518be15d3b';

const app: App = new App(id, certificate, { secondaryCertificate: certificate });
const options: RtcTokenOptions = { role: Role.SUBSCRIBER, ttl: 600n, version: '006' };
const users: User[] = [1, 2n, 'ann', ANY_USER];
const tokens: string[] = app.rtcTokens('room', new Set(users), options);
const token: string = app.rtcToken('room', 42, { version: '006' });
const rtm: string = app.rtmToken('ann', { version: '006' });

const expected: Expectation = { channel: 'room', user: 42, privileges: ['publish_audio', 4] };
const report: Report = app.verify(token, expected).raiseIfInvalid();
const expires: number | undefined = report.expiresAt?.getTime();
const signature: 'valid' | 'mismatch' | 'undecidable' | 'unchecked' = report.signature;
const findings: Finding[] = report.findings;
const codes: FindingCode[] = findings.map(({ code }) => code);
const json = report.toJSON();
const plain: boolean = json.ok;
const seconds: number | null = json.expires_at;
const ends: number[] | undefined = json.token?.services.flatMap(({ privileges }) =>
  privileges.map(({ expires_at }) => expires_at),
);
const consistency: Consistency = check(rtm, { channel: UNCHECKED, user: 'ann', at: new Date() });
const inspection: Inspection = inspect(token);
const issued: Json<Inspection>['issued_at'] = inspection.toJSON().issued_at;
const names: (string | null)[] = inspection.services.flatMap(({ privileges }) =>
  privileges.map(({ name }) => name),
);

const { buildTokenWithUid, buildTokenWithUserAccount } = RtcTokenBuilder;
const built: string[] = [
  buildTokenWithUid(id, certificate, 'room', 42, RtcRole.ADMIN, 0),
  buildTokenWithUserAccount(id, certificate, 'room', 'ann', RtcRole.PUBLISHER, 0),
  DoorBuilder.buildTokenWithAccount(id, certificate, 'room', 'ann', door.RtcRole.ATTENDEE, 0),
  RtmTokenBuilder.buildToken(id, certificate, 'ann', RtmRole.Rtm_User, 0),
];
const object = new AccessToken(id, certificate, 'room', 42);
object.addPriviledge(priviledges.kJoinChannel, 0);
object.messages[privileges.kPublishAudioStream] = 0;
built.push(object.build());
object.fromString(token);
const checksums: (number | undefined)[] = [object.crc_channel_name, object.crc_uid];
const bytes: number | undefined = object.signature?.length;

let code: ErrorCode | undefined;
try {
  app.verify(token, { channel: 'lobby', user: 42 }).raiseIfInvalid();
} catch (error) {
  if (error instanceof DynakeyError) code = error.report && error.code;
}

console.log(
  JSON.stringify({
    code,
    bytes,
    checksums: checksums.length,
    codes,
    consistent: consistency.consistent,
    count: tokens.length + built.length,
    default: dynakey.version === version,
    expires: typeof expires,
    issued: typeof issued,
    names: names.length,
    same: seconds !== null && ends?.every((end) => end === seconds),
    plain,
    signature,
  }),
);
