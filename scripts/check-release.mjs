#!/usr/bin/env node
// What must be right before anything is published: the tag names the version, and the owner's names are filled in.
//   node scripts/check-release.mjs v1.2.3
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What hinders a release.
 * @param {{ version: string, publisher: string, repository?: unknown }} manifest package.json
 * @param {string | undefined} tag e.g. `v1.2.3`
 * @returns {string[]} one sentence each; none when all is right
 */
export function hindrances(manifest, tag) {
  const found = [];
  if (tag !== `v${manifest.version}`)
    found.push(`The tag is ${tag ?? 'missing'}, the version in package.json ${manifest.version}.`);
  if (!/^[a-z0-9][a-z0-9-]*$/i.test(manifest.publisher) || manifest.publisher.startsWith('OWNER'))
    found.push('“publisher” in package.json is a placeholder.');
  if (!manifest.repository) found.push('“repository” is missing in package.json.');
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const found = hindrances(manifest, process.argv[2]);
  for (const sentence of found) console.error(sentence);
  process.exitCode = found.length > 0 ? 1 : 0;
}
