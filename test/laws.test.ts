import { describe, expect, it } from 'vitest';
import { fixAllText } from '../server/src/features/fix/fixAll';
import { organizeEvents } from '../server/src/features/organize/organize';
import { Archive } from '../server/src/newsletter/archive/archive';
import { ChunkCache, type Issue, readIssue } from '../server/src/newsletter/issue/issue';
import { linkKey } from '../server/src/newsletter/links/keys';
import { checkIssue, DEFAULT_OPTIONS, isFixable } from '../server/src/rules/check';
import type { CheckOptions } from '../server/src/rules/rule';
import { applyEdits, withEol } from '../server/src/text/edits';
import { lineEdits } from '../server/src/text/lineEdits';
import { ownDrafts, ownIssues } from './helpers/corpus';
import { ownSamples, type Sample } from './helpers/samples';
import { type CorpusFile, drafts, hasShared, publishedIssues } from './helpers/shared';

const cache = new ChunkCache();
const read = (sample: Sample, text = sample.text) => readIssue({ uri: sample.uri, text }, cache);

function findings(issue: Issue, options: CheckOptions = DEFAULT_OPTIONS) {
  return checkIssue(issue, options, undefined, (rule, error) => {
    throw new Error(`rule ${rule} threw`, { cause: error });
  });
}

const fixed = (sample: Sample, text = sample.text, options: CheckOptions = DEFAULT_OPTIONS) =>
  fixAllText({ issue: read(sample, text), options, cache });
const organized = (sample: Sample, text = sample.text) => {
  const issue = read(sample, text);
  const edits = organizeEvents(issue, DEFAULT_OPTIONS).map((edit) => withEol(edit, issue.source.eol));
  return applyEdits(text, edits);
};

const show = (issue: Issue, found: ReturnType<typeof findings>) =>
  found.map((f) => `${issue.source.lineNumberAt(f.at.start) + 1}: ${f.rule}: ${f.message}`);

const samples = (files: readonly CorpusFile[]): Sample[] =>
  files.map(({ path, name, text }) => ({ name: path, uri: `file:///twir/draft/${name}`, text }));

const ours: Sample[] = [...ownSamples(), ...samples([...ownDrafts(), ...ownIssues()])];

/** The laws that hold for every text, whatever its state. */
function holdLaws(sample: Sample): void {
  const after = fixed(sample);
  const issue = read(sample, after);
  const left = findings(issue).filter(isFixable);
  expect(show(issue, left), 'fixable findings left by fix-all').toEqual([]);
  expect(fixed(sample, after), 'fixing twice').toBe(after);
  expect(applyEdits(sample.text, lineEdits(sample.text, after)), 'fix-all as edits').toBe(after);

  const tidy = organized(sample);
  expect(organized(sample, tidy), 'organising twice').toBe(tidy);
  expect(organized(sample, after), 'organise after fix-all').toBe(fixed(sample, tidy));
}

function holdEolLaw(sample: Sample): void {
  if (sample.text.includes('\r')) return;
  const crlf = sample.text.replace(/\n/g, '\r\n');
  const lf = read(sample);
  const other = read(sample, crlf);
  expect(show(other, findings(other)), 'findings with CRLF').toEqual(show(lf, findings(lf)));
  expect(fixed(sample, crlf), 'fix-all with CRLF').toBe(fixed(sample).replace(/\n/g, '\r\n'));
}

describe('laws on examples and fixtures', () => {
  it.each(ours.map((sample) => [sample.name, sample] as const))('%s', (_, sample) => {
    holdLaws(sample);
    holdEolLaw(sample);
    for (let end = 0; end < sample.text.length; end += 1 + (sample.text.length >> 7)) {
      findings(read(sample, sample.text.slice(0, end)));
    }
  });
});

describe('comparing with earlier issues', () => {
  it('only looks back', () => {
    const archive = new Archive(linkKey);
    const issue = (date: string) =>
      `Title: This Week in Rust\nNumber: 640\nDate: ${date}\nCategory: This Week in Rust\n\n## Updates from Rust Community\n\n### Official\n* [A post](https://example.com/a)\n`;
    archive.add('file:///content/2026-02-18-this-week-in-rust.md', issue('2026-02-18'));
    archive.add('file:///content/2026-02-25-this-week-in-rust.md', issue('2026-02-25'));
    const view = archive.before('2026-02-25');
    expect(view?.issues.map(({ date }) => date)).toEqual(['2026-02-18']);
    expect(view?.earlierLinks(linkKey('https://example.com/a/'))).toMatchObject([{ issuesAgo: 1 }]);
    expect(archive.before('2026-02-18')).toBeUndefined();
  });
});

describe.runIf(hasShared)('laws on real issues', () => {
  it.each(samples(hasShared ? drafts() : []).map((sample) => [sample.name, sample] as const))(
    'draft %s',
    (_, sample) => {
      holdLaws(sample);
      holdEolLaw(sample);
    },
  );

  it('published issues', () => {
    for (const sample of samples(publishedIssues('2022-01-05'))) {
      try {
        holdLaws(sample);
      } catch (error) {
        throw new Error(`${sample.name}: ${error instanceof Error ? error.message : error}`);
      }
    }
  });

  it('prefixes of a long issue', () => {
    const [sample] = samples(publishedIssues('2026-02-18').slice(0, 1));
    for (let end = 0; end < sample!.text.length; end += 211)
      findings(read(sample!, sample!.text.slice(0, end)));
  });
});
