// A program in a CommonJS module, type-checked and run.
import dynakey = require('dynakey');
import door = require('dynakey/agora-access-token');
import door007 = require('dynakey/agora-token');

const app = new dynakey.App('970CA35de60c44645bbae8a215061b33', '5CFd2fd1755d40ecb72977518be15d3b');
const token: string = app.rtcToken('room', dynakey.ANY_USER);
const report: dynakey.Report = app.verify(token, { channel: 'room', user: dynakey.ANY_USER });
const role: 1 = door.RtcRole.PUBLISHER;

const version: '006' | '007' | undefined = report.token?.version;
const role007: 2 = door007.RtcRole.SUBSCRIBER;

console.log(JSON.stringify({ ok: report.ok, role, role007, version }));
