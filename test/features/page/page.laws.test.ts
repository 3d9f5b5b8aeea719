import { expect, it } from 'vitest';
import { renderGitHubExcerpt, renderPage } from '../../../server/src/features/page/page';
import { PageCache } from '../../../server/src/features/page/pageCache';
import { type Issue, PieceCache, readIssue } from '../../../server/src/newsletter/issue/issue';
import { ownDrafts, ownIssues } from '../../helpers/corpus';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';
import { htmlOfPieces, wholePage } from '../../helpers/page';
import { randomFrom } from '../../helpers/random';
import { hasShared, publishedIssues } from '../../helpers/shared';

const read = (body: string) => readIssue({ uri: DRAFT_URI, text: FRONT + body });

const SIZE = 60_000;
it.each([
  '[',
  '*',
  '>',
  '> ',
  '* ',
  '<b>',
  '<div>',
  '<b x=1><i>',
  '<!--',
  '<',
  '`a ',
  '[a](',
  '<table><tr><td>',
])('ends with a long text: %s', (part) => {
  // What grows with the square of the length would not end before the test's time is up.
  const issue = read(`Text ${part.repeat(SIZE / part.length)}\n`);
  expect(renderPage(issue, new PageCache()).pieces).not.toEqual([]);
  expect(renderGitHubExcerpt(issue, 5)).toContain('<p>');
  expect(issue.differences.length).toBeLessThan(10);
});

const EDITS = 8;
const TYPED = [
  'x',
  '',
  '\n',
  '\n\n',
  '* ',
  '    ',
  '## ',
  '[a][b]',
  '](',
  '<!--',
  '-->',
  '<b>',
  '`',
  '{: .a}',
  '\n* # a\n',
];
const texts = [...ownIssues(), ...ownDrafts(), ...(hasShared ? publishedIssues('2026-01-01') : [])];

it.each(texts.map(({ name, text }, n) => [name, text, n] as const))(
  'is made of pieces as it is made whole, whatever is typed: %s',
  (_, given, n) => {
    const random = randomFrom(n);
    const cache = new PageCache();
    let text = given;
    let before: Issue | undefined;
    const pieces = new PieceCache();
    for (let edit = 0; edit <= EDITS; edit += 1) {
      before = readIssue({ uri: DRAFT_URI, text }, pieces, before);
      expect(htmlOfPieces(renderPage(before, cache).pieces)).toBe(wholePage(before));
      const at = random(text.length);
      const gone = random(3) === 0 ? random(80) : 0;
      text = text.slice(0, at) + TYPED[random(TYPED.length)] + text.slice(at + gone);
    }
  },
);
