import { describe, expect, it } from 'vitest';
import { type FormatOptions, formatEdits, formatText } from '../../../server/src/features/format/format';
import { PieceCache, readIssue } from '../../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS, isFixable } from '../../../server/src/rules/check';
import { RULES } from '../../../server/src/rules/index';
import type { RuleTag } from '../../../server/src/rules/rule';
import { applyEdits } from '../../../server/src/text/edits';
import { ownDrafts, ownIssues } from '../../helpers/corpus';
import { shownBy } from '../../helpers/dom';
import { DRAFT_URI } from '../../helpers/fixture';
import { samples } from '../../helpers/laws';
import { ownSamples, type Sample } from '../../helpers/samples';
import { drafts, hasShared, publishedIssues } from '../../helpers/shared';

const cache = new PieceCache();
const read = (text: string, uri = DRAFT_URI) => readIssue({ uri, text }, cache);
const format = (text: string, uri = DRAFT_URI, options?: FormatOptions) =>
  formatText(read(text, uri), options);
const off = (rules: readonly string[]): FormatOptions => ({
  rules: Object.fromEntries(rules.map((rule) => [rule, 'off'])),
});

const tagged = (...tags: RuleTag[]) => RULES.filter((rule) => rule.tags?.some((tag) => tags.includes(tag)));
const REPAIRS = tagged('repair').map(({ id }) => id);

/** What holds for every text. */
function holdLaws({ text, uri }: Pick<Sample, 'text' | 'uri'>): void {
  const issue = read(text, uri);
  const after = format(text, uri);
  expect(format(after, uri), 'formatted twice').toBe(after);
  expect(applyEdits(text, formatEdits(issue)), 'as edits').toBe(after);
  // Layout shows nowhere; a repair is one that a rule has told about.
  const layout = format(text, uri, off(REPAIRS));
  if (layout !== text) expect(shownBy(layout), 'what the site shows').toBe(shownBy(text));
  const repairs = checkIssue(issue, DEFAULT_OPTIONS).filter(
    (finding) => REPAIRS.includes(finding.rule) && isFixable(finding),
  );
  if (repairs.length === 0) expect(after, 'without a reported repair').toBe(layout);
  if (text.includes('\r')) return;
  const crlf = (lf: string) => lf.replaceAll('\n', '\r\n');
  expect(format(crlf(text), uri), 'with CRLF').toBe(crlf(after));
}

describe('laws of formatting', () => {
  it('knows its rules', () => {
    for (const { id, fix } of tagged('layout', 'repair')) expect(fix, id).not.toBe('never');
  });

  const files = [...ownDrafts(), ...ownIssues()];
  if (hasShared) files.push(...drafts(), ...publishedIssues('2024-01-01').filter((_, n) => n % 2 === 0));
  it.each([...ownSamples(), ...samples(files)].map((sample) => [sample.name, sample] as const))(
    '%s',
    (_, sample) => {
      holdLaws(sample);
    },
  );
});
