import { expect, it, vi } from 'vitest';
import { type Issue, readIssue } from '../../../server/src/newsletter/issue/issue';
import { PieceCache } from '../../../server/src/newsletter/issue/pieceCache';
import { CheckMemory, checkIssue, DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import { RULES } from '../../../server/src/rules/index';
import type { IssueRule } from '../../../server/src/rules/rule';
import { DRAFT_URI } from '../../helpers/fixture';

it('an item that goes to the section above is another fact, though it says the same', () => {
  const talk = '* [video] [A talk](https://example.com/talk)\n';
  const post = '* [A post](https://example.com/post)\n';
  const start = `## Updates from Rust Community\n\n### Official\n${talk}`;
  const cache = new PieceCache();
  const memory = new CheckMemory();
  const told = (text: string, before?: ReturnType<typeof readIssue>) => {
    const issue = readIssue({ uri: DRAFT_URI, text }, cache, before);
    const findings = checkIssue(issue, DEFAULT_OPTIONS, undefined, () => {}, memory);
    return { issue, order: findings.filter(({ rule }) => rule === 'marker-order').map(({ at }) => at.start) };
  };
  const { issue, order } = told(`${start}### Newsletters\n${post}`);
  expect(order).toEqual([]);
  expect(told(`${start}${post}### Newsletters\n`, issue).order).toEqual([start.indexOf(talk)]);
});

it('a rule that goes by the sections of its facts is asked again only where those change', () => {
  const text =
    '## Jobs\n\n### One\n\ntext\n\n## Updates from Rust Community\n\n### Official\n* [A](https://example.com/a)\n';
  const rule = RULES.find(({ id }) => id === 'link-repeated') as IssueRule;
  const check = vi.spyOn(rule, 'check');
  try {
    const memory = new CheckMemory();
    const asked = (issue: Issue) => {
      check.mockClear();
      checkIssue(issue, DEFAULT_OPTIONS, undefined, () => {}, memory);
      return check.mock.calls.length;
    };
    const typedBelow = (issue: Issue, heading: string) => {
      const at = issue.source.text.indexOf(heading) + heading.length;
      return issue.with([{ start: at, end: at, text: 'x' }]);
    };
    const first = readIssue({ uri: DRAFT_URI, text });
    expect(asked(first)).toBe(1);
    const elsewhere = typedBelow(first, '### One');
    expect(asked(elsewhere)).toBe(0);
    const there = typedBelow(elsewhere, '### Official');
    expect(asked(there)).toBe(1);
    const one = there.source.text.indexOf('### One');
    expect(asked(there.with([{ start: one, end: one, text: '### Two\n\n' }]))).toBe(1);
  } finally {
    check.mockRestore();
  }
});
