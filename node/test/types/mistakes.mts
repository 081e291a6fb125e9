// Mistakes that the compiler must find: one that it doesn't is an unused expectation, an error.
import {
  ANY_USER,
  AccessToken,
  AccessToken2,
  App,
  ApaasRoom,
  DynakeyError,
  FpaTokenBuilder,
  Rtc,
  RtcRole,
  RtcTokenBuilder,
  RtcTokenBuilder2,
  Rtm,
  Rtm2Permissions,
  ServiceRtm,
  check,
  inspect,
} from 'dynakey';
import type { Finding, Report } from 'dynakey';
// @ts-expect-error: the door has what agora-access-token has, and no App
import { App as DoorApp } from 'dynakey/agora-access-token';
// @ts-expect-error: the door has what agora-token has, and no 2 in its names
import { RtcTokenBuilder2 as DoorBuilder } from 'dynakey/agora-token';

export function mistakes(app: App, report: Report, finding: Finding): void {
  // @ts-expect-error: a certificate is needed
  new App('id');
  // @ts-expect-error: an unknown option
  new App('id', 'certificate', { secondary: 'certificate' });
  // @ts-expect-error: no such version
  app.rtcToken('room', 42, { version: '005' });
  // @ts-expect-error: a misspelled option
  app.rtcToken('room', 42, { version: '006', tll: 600 });
  // @ts-expect-error: no role of the app API
  app.rtcToken('room', 42, { version: '006', role: 'admin' });
  // @ts-expect-error: an option is left out, not undefined
  app.rtcToken('room', 42, { version: '006', ttl: undefined });
  // @ts-expect-error: JSON has the names of every language
  report.toJSON().expiresAt;
  // @ts-expect-error: null is no user
  app.rtcToken('room', null, { version: '006' });
  // @ts-expect-error: any symbol is no user
  app.rtcToken('room', Symbol('anyone'), { version: '006' });
  // @ts-expect-error: a batch takes a list
  app.rtcTokens('room', 42, { version: '006' });
  // @ts-expect-error: an RTM user is a text
  app.rtmToken(42, { version: '006' });
  // @ts-expect-error: an RTM token has no role
  app.rtmToken('ann', { version: '006', role: 'publisher' });
  // @ts-expect-error: what is expected must be said
  app.verify('token');
  // @ts-expect-error: the user must be said
  app.verify('token', { channel: 'room' });
  // @ts-expect-error: names are in camelCase
  app.verify('token', { channel: 'room', user: 1, min_remaining: 1 });
  // @ts-expect-error: a consistent token need not be good
  check('token', { channel: 'room', user: 1 }).ok;
  // @ts-expect-error: times are dates
  inspect('token').expiresAt + 1;
  // @ts-expect-error: a token that can't be read has no end
  report.expiresAt.getTime();
  // @ts-expect-error: a report is read only
  report.ok = true;
  // @ts-expect-error: no such finding
  finding.code === 'invalid_uid';
  // @ts-expect-error: a role is a number
  RtcTokenBuilder.buildTokenWithUid('id', 'certificate', 'room', 1, 'publisher', 0);
  // @ts-expect-error: no role has this number
  RtcTokenBuilder.buildTokenWithUid('id', 'certificate', 'room', 1, 3, 0);
  // @ts-expect-error: the expiry must be said
  RtcTokenBuilder.buildTokenWithUid('id', 'certificate', 'room', 1, RtcRole.PUBLISHER);
  // @ts-expect-error: the certificate is not an attribute
  new AccessToken('id', 'certificate', 'room', 1).appCertificate;
  // @ts-expect-error: only the library makes its errors
  new DynakeyError('message');
  // @ts-expect-error: anyone is no channel
  app.rtcToken(ANY_USER, 42);
  // @ts-expect-error: a token of several services has no version to say
  app.token([new Rtm('ann')], { version: '007' });
  // @ts-expect-error: what looks like a service is none
  app.token([{ user: 'ann' }]);
  // @ts-expect-error: the token object's services are others
  app.token([new ServiceRtm('ann')]);
  // @ts-expect-error: RTM has no role
  new Rtm('ann', { role: 'publisher' });
  // @ts-expect-error: a misspelled option
  new Rtc('room', 42, { tll: 600 });
  // @ts-expect-error: a room's role must be said
  new ApaasRoom('room', 'ann');
  // @ts-expect-error: a room's role must be said
  app.apaasRoomToken('room', 'ann', { ttl: 600 });
  // @ts-expect-error: an FPA token has a lifetime of its own
  app.fpaToken({ ttl: 600 });
  // @ts-expect-error: version 007 has two roles
  RtcTokenBuilder2.buildTokenWithUid('id', 'certificate', 'room', 1, RtcRole.ADMIN, 600);
  // @ts-expect-error: the expiry must be said
  RtcTokenBuilder2.buildTokenWithUid('id', 'certificate', 'room', 1, RtcRole.PUBLISHER);
  // @ts-expect-error: an FPA token has a lifetime of its own
  FpaTokenBuilder.buildToken('id', 'certificate', 600);
  // @ts-expect-error: names are a list
  new Rtm2Permissions().add(0, 0, 5);
  // @ts-expect-error: the certificate is not an attribute
  new AccessToken2('id', 'certificate').appCertificate;
  // @ts-expect-error: only services are added
  new AccessToken2('id', 'certificate').add_service(new Rtm('ann'));
  void [DoorApp, DoorBuilder];
}
