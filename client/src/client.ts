// In a browser an extension is one file: this one, which also has what `main.ts` starts elsewhere.
export { activate } from './browser';
export { startInNode } from './node';
