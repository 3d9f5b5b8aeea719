import { describe, expect, it } from 'vitest';
import { PieceCache, readIssue } from '../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { patternText } from './patterns';

const LONG = 1000 * 1024;
const SHORT = 4 * 1024;
const URI = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';

function rulesHeard(text: string): readonly string[] {
  const issue = readIssue({ uri: URI, text }, new PieceCache());
  const findings = checkIssue(issue, { ...DEFAULT_OPTIONS, today: '2026-02-20' });
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

// What patterns search for is not counted where the growth of work is. Each of these took half a minute to ten once.
describe('a long text is checked like a short one, and to its end', () => {
  it.each(['blank lines', 'Markdown: blanks', 'Markdown: tabs', 'jobs and quotes'])('%s', (pattern) => {
    expect(rulesHeard(patternText(pattern, LONG))).toEqual(rulesHeard(patternText(pattern, SHORT)));
  });

  it('dashes in one line', () => {
    const line = (length: number) => `${patternText('blank lines', 200)}${'- '.repeat(length / 2)}x\n`;
    expect(rulesHeard(line(LONG))).toEqual(rulesHeard(line(SHORT)));
  });
});
