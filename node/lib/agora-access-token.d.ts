/** What the npm package agora-access-token exports. */
export { RtcRole, RtcTokenBuilder, RtmRole, RtmTokenBuilder } from './index.js';
