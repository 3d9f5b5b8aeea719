import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  holdsForEdits,
  holdsForFixAll,
  holdsForFormat,
  holdsForLineEndings,
  holdsForOrganize,
  holdsForText,
} from './holds';

const FOLDER = new URL('../fixtures/fuzz/', import.meta.url);
const FINDS = readdirSync(FOLDER);

/** What the fuzzers found, in its smallest: each broke a law once. */
describe.each(FINDS)('%s', (file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  it.each([
    ['every fix can be made', holdsForEdits],
    ['everything has an answer', holdsForText],
    ['line endings change nothing', holdsForLineEndings],
    ['fix all leaves nothing to fix', holdsForFixAll],
    ['formatting leaves nothing to format', holdsForFormat],
    ['organizing leaves nothing to organize', holdsForOrganize],
  ])('%s', (_, holds: (text: string) => void) => {
    expect(() => holds(text)).not.toThrow();
  });
});
