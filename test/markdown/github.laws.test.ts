import { expect, test } from 'vitest';
import { cutChunks, parseMarkdown } from '../../server/src/markdown';
import { findDifferences } from '../../server/src/markdown/github/differences';
import { readTree } from '../../server/src/markdown/github/lineReadings';
import { isFitForGitHub, parseGitHub } from '../../server/src/markdown/github/parse';
import { GitHubReadings } from '../../server/src/markdown/github/readings';
import { ownIssues } from '../helpers/corpus';
import { randomFrom } from '../helpers/random';
import { hasShared, publishedIssues } from '../helpers/shared';

/** What changes how a line, or those below it, are read. */
const MARKS = [
  '*',
  '**',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '|',
  '#',
  '\\',
  '!',
  '"',
  '—',
  '~',
  '=',
  ':',
];
const LINES = [
  '\n',
  '\n\n',
  '\n> a\n',
  '\n>\n',
  '\n- ',
  '\n+ ',
  '\n1. ',
  '\n===\n',
  '\n---\n',
  '\n<!-- a -->\n',
  '\na\n',
  '\n> * a\n',
  '\n[a]: https://a.example\n',
];
const TABLE = '\n\n| a | b |\n|---|:-:|\n| c<br />d | [0.1, 2] |\n\n';
const BITS = [...MARKS, ...LINES, TABLE, ' ', '    ', '\t', '[^1]', '{: .a}', '\n: a'];
const CHANGES = 6;
const LONGEST = 4000;
/** Of a definition in another run GitHub’s reader is told nothing. */
const DEFINES = /\]:/;

/** Lines that the two readers read differently, each asked about the whole text. */
function linesOf(text: string): number[] {
  const count = text.split('\n').length;
  const site = readTree(parseMarkdown(text), text, count);
  const github = readTree(parseGitHub(text), text, count);
  return site.lines.flatMap((here, n) => {
    const there = github.lines[n];
    if (!here || !there || here === 'other' || there === 'other') return [];
    const more = github.links[n]! > site.links[n]! || github.emphasis[n]! > site.emphasis[n]!;
    return here !== there || more ? [n] : [];
  });
}

/** The same by runs, without those that are plain. */
function linesByRuns(text: string): number[] {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  return findDifferences(text, parseMarkdown(text), new GitHubReadings()).flatMap(({ start, end }) => {
    const first = lineAt(start);
    return Array.from({ length: lineAt(end) - first + 1 }, (_, n) => first + n);
  });
}

test('runs that are not plain tell all differences of the whole', { timeout: 600_000 }, () => {
  const random = randomFrom(9);
  const issues = hasShared ? publishedIssues('2022-01-01').filter((_, n) => n % 24 === 0) : ownIssues();
  const seen = new Set<string>();
  for (const { text } of issues)
    for (const { start, end } of cutChunks(text)) if (end - start < LONGEST) seen.add(text.slice(start, end));
  let compared = 0;
  for (const chunk of seen)
    for (let n = 0; n < CHANGES; n += 1) {
      let text = chunk;
      for (let bit = 0; bit < n; bit += 1) {
        const at = random(text.length + 1);
        text = text.slice(0, at) + BITS[random(BITS.length)] + text.slice(at + random(2));
      }
      if (DEFINES.test(text) || !isFitForGitHub(text)) continue;
      compared += 1;
      expect(linesByRuns(text), JSON.stringify(text)).toEqual(linesOf(text));
    }
  expect(compared).toBeGreaterThan(100);
});
