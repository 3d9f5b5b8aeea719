import { expect } from 'vitest';
import { fixAllText } from '../../server/src/features/fix/fixAll';
import { organizeEvents } from '../../server/src/features/organize/organize';
import { type Issue, PieceCache, readIssue } from '../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS, isFixable } from '../../server/src/rules/check';
import { applyEdits, withEol } from '../../server/src/text/edits';
import { lineEdits } from '../../server/src/text/lineEdits';
import type { Sample } from './samples';
import type { CorpusFile } from './shared';

const cache = new PieceCache();
export const read = (sample: Sample, text = sample.text) => readIssue({ uri: sample.uri, text }, cache);

/** “X”, not “X” */
const SAME = /“([^”]*)”,? (?:not|is|instead of)(?: with)? “\1”/;

/** What the rules find; one that throws is no finding, nor is one that says nothing. */
export function findings(issue: Issue) {
  const found = checkIssue(issue, DEFAULT_OPTIONS, undefined, (rule, error) => {
    throw new Error(`rule ${rule} threw`, { cause: error });
  });
  expect(found.map(({ message }) => message).filter((message) => SAME.test(message))).toEqual([]);
  return found;
}

/** What became of the texts of one sample: where nothing changes, the laws ask for the same text again and again. */
let known = { of: '', texts: new Map<string, string>() };

function once(sample: Sample, text: string, what: string, make: () => string): string {
  if (known.of !== sample.uri + sample.text) known = { of: sample.uri + sample.text, texts: new Map() };
  const key = `${what}\0${text}`;
  const made = known.texts.get(key) ?? make();
  known.texts.set(key, made);
  return made;
}

const fixed = (sample: Sample, text = sample.text) =>
  once(sample, text, 'fixed', () => fixAllText({ issue: read(sample, text), options: DEFAULT_OPTIONS }));
const organized = (sample: Sample, text = sample.text) =>
  once(sample, text, 'organized', () => {
    const issue = read(sample, text);
    const edits = organizeEvents(issue, DEFAULT_OPTIONS).map((edit) => withEol(edit, issue.source.eol));
    return applyEdits(text, edits);
  });

const show = (issue: Issue, found: ReturnType<typeof findings>) =>
  found.map((f) => `${issue.source.lineNumberAt(f.at.start) + 1}: ${f.rule}: ${f.message}`);

export const samples = (files: readonly CorpusFile[]): Sample[] =>
  files.map(({ path, name, text }) => ({ name: path, uri: `file:///twir/draft/${name}`, text }));

/** The laws that hold for every text, whatever its state. */
export function holdLaws(sample: Sample): void {
  const after = fixed(sample);
  const issue = read(sample, after);
  const left = findings(issue).filter(isFixable);
  expect(show(issue, left), 'fixable findings left by fix-all').toEqual([]);
  expect(fixed(sample, after), 'fixing twice').toBe(after);
  expect(applyEdits(sample.text, lineEdits(sample.text, after)), 'fix-all as edits').toBe(after);

  const tidy = organized(sample);
  expect(organized(sample, tidy), 'organizing twice').toBe(tidy);
  expect(organized(sample, after), 'organize after fix-all').toBe(fixed(sample, tidy));
}

/** Line endings make no difference. */
export function holdEolLaw(sample: Sample): void {
  if (sample.text.includes('\r')) return;
  const crlf = sample.text.replace(/\n/g, '\r\n');
  const lf = read(sample);
  const other = read(sample, crlf);
  expect(show(other, findings(other)), 'findings with CRLF').toEqual(show(lf, findings(lf)));
  expect(fixed(sample, crlf), 'fix-all with CRLF').toBe(fixed(sample).replace(/\n/g, '\r\n'));
}
