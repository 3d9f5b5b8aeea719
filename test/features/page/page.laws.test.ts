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
])('takes no more than linear time: %s', (part) => {
  const time = (size: number) => {
    const body = `Text ${part.repeat(size / part.length)}\n`;
    const start = performance.now();
    const issue = read(body);
    renderPage(issue, new PageCache());
    renderGitHubExcerpt(issue, 5);
    expect(issue.differences.length).toBeLessThan(10);
    return performance.now() - start;
  };
  time(SIZE / 10);
  // Twice is linear; what is quadratic takes four times as long, and far more than this.
  expect(time(SIZE)).toBeLessThan(5000);
});
