import { expect, it } from 'vitest';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { PieceCache } from '../../../server/src/newsletter/issue/pieceCache';
import { CheckMemory, checkIssue, DEFAULT_OPTIONS } from '../../../server/src/rules/check';
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
