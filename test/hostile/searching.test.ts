import { describe, expect, it } from 'vitest';
import { PieceCache, readIssue } from '../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { FRONT } from '../helpers/fixture';
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

  const item = (fill: string) => `## Updates from Rust Community\n\n### Research\n* ${fill}\n`;
  const event = (place: string) =>
    `## Upcoming Events\n\n### Europe\n* 2026-02-27 | ${place} | [Rust Oslo](https://example.com/oslo)\n` +
    '    * [**Talks**](https://example.com/talks)\n';
  const merged = (title: string) =>
    `## Updates from the Rust Project\n\n#### Library\n* [${title}](https://github.com/rust-lang/rust/pull/1)\n`;
  /** Too long for GitHub's reading, whatever stands beside it. */
  const LONG_TEXT = `${'word '.repeat(SHORT)}\n\n`;
  it.each<[what: string, one: string, text: (fill: string) => string]>([
    ['blanks in a place', ' ', (fill) => event(`Oslo${fill}x NO`)],
    ['dashes in a place', ' -', (fill) => event(`Oslo${fill}x`)],
    ['full stops in a place', '.', (fill) => event(`Oslo${fill}x`)],
    ['pictures in a place', '🎥', (fill) => event(`Oslo ${fill}x`)],
    ['blanks in a title of GitHub', ' ', (fill) => item(`[A${fill}· b](https://github.com/a/b)`)],
    ['brackets in a title of a pull request', '(', (fill) => merged(`a(${fill}x${')'.repeat(fill.length)}`)],
    [
      'a crate without a full stop',
      '<b>',
      (fill) => `## Crate of the Week\n\nThis week's crate is [a](https://example.com/a) ${fill} x\n`,
    ],
    ['words that begin a clause', 'a by ', (fill) => item(`[A by ${fill}b](https://example.com/a)`)],
    ['colons in a heading', ':', (fill) => `## Upcoming Events${fill}x\n`],
    ['brackets in a heading', '[', (fill) => `## Upcoming Events${fill}x\n`],
    ['brackets that close nothing', ']', (fill) => item(`[A](https://example.com/a)${fill}`)],
    ['words in such brackets', 'a] ', (fill) => item(`[A](https://example.com/a) ${fill}`)],
    ['signs in an address', '_', (fill) => item(`https://example.com/${fill}x`)],
    ['words in italics and a star', '*a* ', (fill) => item(`[A](https://example.com/a) ${fill}*`)],
    ['bold links and a star', '[**a**](https://b.example) ', (fill) => item(`${fill}*`)],
    ['blanks behind a fence', ' ', (fill) => `${LONG_TEXT}\`\`\` ${fill}! x\ntext\n\`\`\`\n`],
    ['braces behind a fence', ' {', (fill) => `\`\`\`${fill}} {x}\ntext\n\`\`\`\n`],
    ['braces in a heading', ' {{', (fill) => `## Jobs${fill}${' '.repeat(fill.length)}} {x}\n`],
    ['tabs in bold text', '\t', (fill) => item(`**${fill}x`)],
    ['tabs behind a link', '\t', (fill) => item(`[A](https://example.com/a)A${fill}x`)],
    ['letters behind a link', 'A', (fill) => item(`[A](https://example.com/a)(${fill}(`)],
    ['asterisks in a title', '*', (fill) => event('Oslo, NO').replace('Talks', () => `x${fill}x`)],
    ['links in a heading', '[](', (fill) => `## ${fill}\n`],
    ['line separators', '\t\u2028', (fill) => item(`A${fill}x`)],
    ['full stops in code', '.', (fill) => `Text.\n\n\`\`\`x${fill}{)\ntext\n\`\`\`\n`],
    ['backticks', '`', (fill) => item(`[A](https://example.com/a) x${fill}x`)],
    ['links in one line', '[v1](https://example.com/a) ', item],
    ['comments that nothing ends', '<!--', (fill) => item(`[A ${fill}](https://example.com/a)`)],
  ])('%s', (_, one, text) => {
    const heard = (length: number) => rulesHeard(`${FRONT}${text(one.repeat(length / one.length))}`);
    expect(heard(25 * SHORT)).toEqual(heard(SHORT));
  });

  it('makes the first block anew for some of thousands of lines in it only', () => {
    const text = FRONT.replace('\n\n', `\n${'Key: value\n'.repeat(4 * SHORT)}\n`);
    const findings = checkIssue(readIssue({ uri: URI, text }, new PieceCache()), DEFAULT_OPTIONS);
    const ofBlock = findings.filter(({ rule }) => rule === 'front-matter-form');
    expect(ofBlock.length).toBeGreaterThan(SHORT);
    expect(ofBlock.filter(({ fixes }) => fixes.length > 0)).toHaveLength(20);
  });

  it('makes no more edits for each of many names in one title', () => {
    const text = `${FRONT}${merged('a_name '.repeat(SHORT))}`;
    const findings = checkIssue(readIssue({ uri: URI, text }, new PieceCache()), DEFAULT_OPTIONS);
    const fixes = new Set(
      findings.flatMap((finding) => [
        ...finding.fixes,
        ...finding.related.flatMap((place) => place.fixes?.() ?? []),
      ]),
    );
    const large = [...fixes].filter((fix) => fix.edits().length > 2);
    expect(fixes.size).toBeGreaterThanOrEqual(SHORT);
    expect(large.length).toBeLessThan(10);
  });
});
