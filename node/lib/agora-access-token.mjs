import door from './agora-access-token.js';

export const { RtcTokenBuilder, RtcRole, RtmTokenBuilder, RtmRole } = door;
export default door;
