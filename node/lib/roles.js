'use strict';

const Role = Object.freeze({ PUBLISHER: 'publisher', SUBSCRIBER: 'subscriber' });
const RtcRole = Object.freeze({ ATTENDEE: 0, PUBLISHER: 1, SUBSCRIBER: 2, ADMIN: 101 });
// Version 007 has these two only.
const RtcRole2 = Object.freeze({ PUBLISHER: 1, SUBSCRIBER: 2 });
const RtmRole = Object.freeze({ Rtm_User: 1 });

module.exports = { Role, RtcRole, RtcRole2, RtmRole };
