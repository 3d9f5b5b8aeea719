import { expect, test, vi } from 'vitest';
import { Trials } from '../../../server/src/features/fix/trials';
import { type Issue, readIssue } from '../../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import type { Finding } from '../../../server/src/rules/rule';
import type { Edit } from '../../../server/src/text/edits';
import { atOnce } from '../../../server/src/text/steps';

const TEXT = 'Title: This Week in Rust 600\nDate: 2025-05-21\n\n# One\n\nFirst\n\n# Two\n\nSecond\n';
const read = (text: string) => readIssue({ uri: 'file:///draft/2025-05-21-this-week-in-rust.md', text });
const into = (issue: Issue, word: string, text: string): Edit[] => {
  const start = issue.source.text.indexOf(word);
  return [{ start, end: start + word.length, text }];
};

const places = (findings: readonly Finding[]) => findings.map(({ rule, at }) => [rule, at.start, at.end]);

test('what is tried out is read as the next version of what the same round has made before', () => {
  const trials = new Trials();
  const tryOut = (issue: Issue, word: string, text: string) => {
    const asked = vi.spyOn(issue, 'withInSteps');
    const edited = atOnce(trials.edited(issue, into(issue, word, text)));
    return { edited, near: asked.mock.calls[0]![1] };
  };
  const first = tryOut(read(TEXT), 'First', 'first');
  const second = tryOut(first.edited, 'Second', 'second');
  expect([first.near, second.near]).toEqual([undefined, undefined]);

  const again = tryOut(read(`${TEXT}\nThird\n`), 'First', 'first');
  expect(again.near).toBe(first.edited);
  const further = tryOut(again.edited, 'Second', 'second');
  expect(further.near).toBe(second.edited);
  expect(further.edited.source.text).toBe(`${TEXT}\nThird\n`.replace('F', 'f').replace('Sec', 'sec'));
});

test('what goes on for many rounds is read and checked right in each', () => {
  const trials = new Trials();
  let issue = read(TEXT);
  for (const word of ['First', 'Second', 'One', 'Two', 'Rust']) {
    issue = atOnce(trials.edited(issue, into(issue, word, `the  ${word}  `)));
    const { findings } = atOnce(trials.check(issue, DEFAULT_OPTIONS, undefined));
    expect(places(findings)).toEqual(places(checkIssue(read(issue.source.text))));
  }
  expect(issue.source.text).toContain('the  Rust  ');
});
