// Makes tokens for a project and verifies one.
// Run it with AGORA_APP_ID and AGORA_APP_CERTIFICATE in the environment.

import { App, Role, Rtc, Rtm } from 'dynakey';

const app = new App(process.env.AGORA_APP_ID, process.env.AGORA_APP_CERTIFICATE);

const token = app.rtcToken('room', 42, { role: Role.PUBLISHER, ttl: 3600 });
console.log(`Token: ${token}`);

const report = app.verify(token, { channel: 'room', user: 42 });
console.log(`Good: ${report.ok}, until ${report.expiresAt.toISOString()}`);

// The same token for another user: the report says what is wrong, and what to do about it.
for (const { level, code, hint } of app.verify(token, { channel: 'room', user: 43 }).findings) {
  console.log(`${level}: ${code}. ${hint}`);
}

const tokens = app.rtcTokens('room', [1, 2, 3], { ttl: 600 });
console.log(`A batch of ${tokens.length} tokens`);

// One token for RTC and RTM, with video for a minute only.
const services = [new Rtc('room', 'ann', { privileges: { publish_video: 60 } }), new Rtm('ann')];
console.log(`Token for two services: ${app.token(services, { ttl: 600 })}`);

// For clients that still need version 006.
console.log(`Version 006: ${app.rtcToken('room', 42, { ttl: 3600, version: '006' })}`);
