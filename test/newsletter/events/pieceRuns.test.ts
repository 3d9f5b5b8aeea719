import { describe, expect, it } from 'vitest';
import { eventRuns } from '../../../server/src/newsletter/events/eventOrder';
import { runsOfLines } from '../../../server/src/newsletter/events/pieceRuns';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI } from '../../helpers/fixture';

const LIST = Array.from(
  { length: 9 },
  (_, n) =>
    `* 2026-03-${n + 10} | Bergen, NO | [Rust Bergen](https://example.com/bergen)\n    * [**Evening ${n}**](https://example.com/bergen/${n})\n`,
);

/** Europe with a long list, in whose middle something stands; and another region below. */
const draft = (between: string, eol = '\n') =>
  `## Upcoming Events\n\n### Europe\n${LIST.slice(0, 5).join('')}${between}${LIST.slice(5).join('')}\n### Oceania\n${LIST[0]}`.replaceAll(
    '\n',
    eol,
  );

describe('the runs that the pieces of an issue tell', () => {
  it.each([
    ['nothing', '', 2],
    ['a blank line', '\n', 2],
    ['a further line of an event', '    * more about it\n', 2],
    ['a comment', '<!-- about the next -->\n', 2],
    ['a comment and a blank line', '<!-- about both -->\n\n', 2],
    ['an item', '* [A post](https://example.com/post)\n', 3],
    ['a day that does not exist', LIST[0]!.replace('2026-03-10', '2026-02-30'), 3],
  ])('are those of the whole: %s within', (_, between, count) => {
    for (const eol of ['\n', '\r\n']) {
      const issue = readIssue({ uri: DRAFT_URI, text: draft(between, eol) });
      const whole = eventRuns(issue).map((run) => run.map(({ from, to, key }) => [from, to, key]));
      expect(runsOfLines(issue).map((run) => run.map(({ from, to, key }) => [from, to, key]))).toEqual(whole);
      expect(whole).toHaveLength(count);
      expect(issue.pieces.length).toBeGreaterThan(5);
    }
  });
});
