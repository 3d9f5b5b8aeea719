// `npm run bench -- memory`: what the server's memory does while 10,000 keys are typed into a draft beside all issues. Takes some minutes.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePlaces } from './place.mjs';
import { typingLong } from './server.mjs';

const THOUSANDS = 10;
const root = fileURLToPath(new URL('../..', import.meta.url));
const places = makePlaces(root, join(root, 'node_modules/.cache/twir-authoring/bench'));
const server = [process.execPath, join(root, 'dist/server.js'), '--stdio'];
for (const { keys, inUse, peak } of await typingLong(server, places, process.env, THOUSANDS))
  console.log(`${keys} keys: ${inUse.toFixed(0)} MB, at most ${peak.toFixed(0)} MB so far`);
