export * from './agora-token.js';
declare const door: typeof import('./agora-token.js');
export default door;
