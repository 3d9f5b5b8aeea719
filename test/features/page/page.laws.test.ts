import { expect, it } from 'vitest';
import { renderGitHubExcerpt, renderPage } from '../../../server/src/features/page/page';
import { PageCache } from '../../../server/src/features/page/pageCache';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI } from '../../helpers/fixture';

const HEAD = 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n';
const read = (body: string) => readIssue({ uri: DRAFT_URI, text: HEAD + body });

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
