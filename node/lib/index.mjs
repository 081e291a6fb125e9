import dynakey from './index.js';

export const {
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
} = dynakey;
export default dynakey;
