export * from './agora-access-token.js';
declare const door: typeof import('./agora-access-token.js');
export default door;
