import {
  compareKeys,
  type EventBlock,
  type EventRun,
  eventRuns,
  sortedLines,
} from '../newsletter/events/eventOrder';
import { removableLines } from '../newsletter/events/eventRemoval';
import { defineRule, type Fix } from './rule';

export default defineRule({
  id: 'event-unsorted',
  summary: 'An event stands out of order: by date, then by place',
  why: 'Within a region events are sorted by their first day, those of one day by place.',
  severity: 'info',
  fix: 'sometimes',
  examples: [
    {
      title: 'a later date first',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-10 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n* 2026-03-04 | Ghent, BE | [Rust Ghent](https://example.com/ghent)\n    * [**Hacking**](https://example.com/ghent/1)\n',
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Ghent, BE | [Rust Ghent](https://example.com/ghent)\n    * [**Hacking**](https://example.com/ghent/1)\n* 2026-03-10 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check({ issue, options, report }) {
    const { source } = issue;
    for (const run of eventRuns(issue)) {
      const lines = sortedLines(issue, run);
      if (!lines) continue;
      // A past event with a comment is taken out first: the comment stays behind and goes with its new neighbour.
      const waits =
        options.rules['event-past'] !== 'off' &&
        run.some(
          ({ event, from, to }) =>
            to - from > source.lineNumberAt(event.end) - event.lineNumber + 1 &&
            removableLines(issue, event) !== undefined,
        );
      const sort: Fix = {
        title: `Sort the events${run[0]!.event.region ? ` of ${run[0]!.event.region.heading.text}` : ''}`,
        ...(waits ? {} : { all: true }),
        edits: () => [
          {
            start: source.line(lines.from).start,
            end: source.line(lines.to - 1).end,
            text: lines.lines.join('\n'),
          },
        ],
      };
      const inOrder = longestSorted(run);
      for (const block of run) {
        if (inOrder.has(block)) continue;
        const next = run.find((other) => inOrder.has(other) && compareKeys(other.key, block.key) > 0);
        const previous = run.findLast(
          (other) => inOrder.has(other) && compareKeys(other.key, block.key) <= 0,
        );
        // The nearer of the two that it should stand between tells the author most.
        const neighbour = next && next.from < block.from ? next : (previous ?? next)!;
        const where = neighbour === next ? 'before' : 'behind';
        report({
          at: block.event.head,
          message: `Expected this event ${where} ${nameOf(neighbour)} of ${neighbour.event.dates.first}`,
          related: [
            { ...neighbour.event.head, message: `${where === 'before' ? 'Before' : 'Behind'} this one` },
          ],
          fixes: [sort],
        });
      }
    }

    function nameOf(block: EventBlock): string {
      return `“${source.slice(block.event.locationRange)}”`;
    }
  },
});

/** The most events that are in order among themselves: the others are those that stand wrongly. */
function longestSorted(run: EventRun): ReadonlySet<EventBlock> {
  // Patience sorting: tails[n] is the last of the best chain of length n + 1.
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, block] of run.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareKeys(run[tails[middle]!]!.key, block.key) <= 0) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? tails[low - 1]! : -1);
    tails[low] = index;
  }
  const chain = new Set<EventBlock>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) chain.add(run[at]!);
  return chain;
}
