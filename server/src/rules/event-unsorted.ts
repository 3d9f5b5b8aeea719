import { compareKeys, type EventLines, sortedLines } from '../newsletter/events/eventOrder';
import { removableLines } from '../newsletter/events/eventRemoval';
import {
  BREAK,
  isSorted,
  runsOf,
  runsOfLines,
  type Sortable,
  sortablesOf,
} from '../newsletter/events/pieceRuns';
import type { Issue } from '../newsletter/issue/issue';
import type { Edit } from '../text/edits';
import { firstIndex } from '../text/search';
import { defineIssueRule, type Fact, type Fixes, type Place, type Placed } from './rule';

export default defineIssueRule({
  id: 'event-unsorted',
  goesBy: ['sections'],
  summary: 'An event is not in order of date and place',
  why: 'Within a region events are sorted by their first day, those of one day by place.',
  severity: 'info',
  fix: 'sometimes',
  examples: [
    {
      title: 'a later date first',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-10 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n* 2026-03-04 | Ghent, BE | [Rust Ghent](https://example.com/ghent)\n    * [**Hacking**](https://example.com/ghent/1)\n',
      found: ['4:3-64: This event belongs after the one of 2026-03-04 in “Ghent, BE”'],
      fixes: ['Sort the events of Europe'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Ghent, BE | [Rust Ghent](https://example.com/ghent)\n    * [**Hacking**](https://example.com/ghent/1)\n* 2026-03-10 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'several in one region',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-10 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n* 2026-03-09 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Tea**](https://example.com/oslo/2)\n* 2026-03-04 | Ghent, BE | [Rust Ghent](https://example.com/ghent)\n    * [**Hacking**](https://example.com/ghent/1)\n',
      found: [
        '4:3-64: 2 events of Europe are not in order of date and place',
        '6:3-64 hint: This event belongs after the one of 2026-03-04 in “Ghent, BE”',
      ],
      fixes: ['Sort the events of Europe'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Ghent, BE | [Rust Ghent](https://example.com/ghent)\n    * [**Hacking**](https://example.com/ghent/1)\n* 2026-03-09 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Tea**](https://example.com/oslo/2)\n* 2026-03-10 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  facts(piece) {
    return sortablesOf(piece).map(({ block, ...sortable }): SortableFact => {
      if (!block) return NO_EVENT;
      const { event, from, to } = block;
      return {
        at: event.head,
        day: event.dates.first,
        where: piece.source.slice(event.locationRange),
        // A past event with a comment is taken out first: the comment stays behind and goes with its new neighbor.
        leavesLines:
          to - from > piece.source.lineNumberAt(event.end) - event.lineNumber + 1 &&
          removableLines(piece, event) !== undefined,
        ...sortable,
      };
    });
  },
  check({ options }, events: readonly Placed<SortableFact>[], report) {
    // Asked for once for each version of the issue, however many runs are to be sorted.
    const runs = new WeakMap<Issue, EventLines[][]>();
    const runAt = (issue: Issue, start: number) => {
      const all = runs.get(issue) ?? runsOfLines(issue);
      runs.set(issue, all);
      const line = issue.source.lineNumberAt(start);
      return all.find((lines) => lines.some(({ from, to }) => from <= line && line < to));
    };
    for (const run of runsOf(events)) {
      if (isSorted(run)) continue;
      const waits = options.rules['event-past'] !== 'off' && run.some(({ leavesLines }) => leavesLines);
      const region = run[0]!.section?.text;
      // All findings of a run have the one fix: sorted once for each version of the issue.
      const made = new WeakMap<Issue, Edit[]>();
      const sort: Fixes<Place> = (issue, at) => [
        {
          title: `Sort the events${region ? ` of ${region}` : ''}`,
          ...(waits ? {} : { all: true }),
          edits: () => {
            const edits = made.get(issue) ?? sortEdits(issue, runAt(issue, at(run[0]!.at).start));
            made.set(issue, edits);
            return edits;
          },
        },
      ];
      const inOrder = longestSorted(run);
      const sorted = [...run.entries()].filter(([, event]) => inOrder.has(event));
      const others = run.filter((event) => !inOrder.has(event));
      // One list, one finding; where each of them belongs is told at its place.
      if (others.length > 1)
        report({
          at: others[0]!.at,
          message: `${others.length} events${region ? ` of ${region}` : ''} are not in order of date and place`,
          related: others.slice(1).map(({ at }) => ({ at, message: 'This one, too', also: true })),
          fixes: sort,
        });
      for (const [n, event] of run.entries()) {
        if (inOrder.has(event) || (others.length > 1 && event === others[0])) continue;
        const at = firstIndex(sorted, ([, other]) => compareKeys(other.key, event.key) > 0);
        const [nextAt, next] = sorted[at] ?? [];
        const previous = sorted[at - 1]?.[1];
        // The nearer of the two that it should stand between tells the author most.
        const neighbor = next && nextAt! < n ? next : (previous ?? next)!;
        const where = neighbor === next ? 'before' : 'after';
        report({
          at: event.at,
          ...(others.length > 1 ? { severity: 'hint' as const } : {}),
          message: `This event belongs ${where} the one of ${neighbor.day} in “${neighbor.where}”`,
          related: [{ at: neighbor.at, message: `${where === 'before' ? 'Before' : 'After'} this one` }],
          fixes: sort,
        });
      }
    }
  },
});

interface SortableFact extends Fact, Sortable {
  readonly day: string;
  /** Its place as written. */
  readonly where: string;
  readonly leavesLines: boolean;
}

const NO_EVENT: SortableFact = { at: { start: 0, end: 0 }, day: '', where: '', leavesLines: false, ...BREAK };

function sortEdits(issue: Issue, run: readonly EventLines[] | undefined): Edit[] {
  const lines = run && sortedLines(issue, run);
  if (!lines) return [];
  const { source } = issue;
  return [
    {
      start: source.line(lines.from).start,
      end: source.line(lines.to - 1).end,
      text: lines.lines.join('\n'),
    },
  ];
}

/** The most events that are in order among themselves: the others are those that stand wrongly. */
function longestSorted(run: readonly Placed<SortableFact>[]): ReadonlySet<Placed<SortableFact>> {
  // Patience sorting: tails[n] is the last of the best chain of length n + 1.
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, event] of run.entries()) {
    const at = firstIndex(tails, (tail) => compareKeys(run[tail]!.key, event.key) > 0);
    before.push(at > 0 ? tails[at - 1]! : -1);
    tails[at] = index;
  }
  const chain = new Set<Placed<SortableFact>>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) chain.add(run[at]!);
  return chain;
}
