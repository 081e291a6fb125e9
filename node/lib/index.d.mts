export * from './index.js';
declare const dynakey: typeof import('./index.js');
export default dynakey;
