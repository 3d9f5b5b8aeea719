import type { Piece } from '../newsletter/issue/piece';
import { isMarkerComment } from '../newsletter/markers/markerComments';
import { defineIssueRule, type Fact, type FrameSection, type Placed } from './rule';

const MARKER =
  '<!-- url=https://example.com/pull/7 submerge-pr=7 sha=0123456789abcdef0123456789abcdef01234567 author=example title=Add a post -->';

/** `submerge merge` wants each comment once, and by itself on an item of a community section. */
export default defineIssueRule({
  id: 'marker-comment-place',
  goesBy: ['sections'],
  summary: 'A comment of the `submerge` tool is where its merge refuses it',
  why: '`submerge merge` stops at a pull request that is there twice, at an item with two of its comments, and at a comment outside the lists of the community sections.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'a pull request twice',
      bad: `## Updates from Rust Community\n\n### Research\n* [A post](https://example.com/a) ${MARKER}\n\n### Miscellaneous\n* [A post](https://example.com/a) ${MARKER}\n`,
      found: ['7:35-165: Pull request 7 is in the draft twice: “submerge merge” refuses that'],
      good: `## Updates from Rust Community\n\n### Research\n* [A post](https://example.com/a) ${MARKER}\n`,
    },
    {
      title: 'the item has gone, its comment has not',
      bad: `## Updates from Rust Community\n\n### Research\n\n${MARKER}\n`,
      found: [
        '5:1-131: This comment of “submerge” belongs to no item: delete it, or put it back after its link',
      ],
      good: `## Updates from Rust Community\n\n### Research\n`,
    },
    {
      title: 'moved out of the community sections',
      bad: `# Quote of the Week\n\n* [A post](https://example.com/a) ${MARKER}\n`,
      found: [
        '3:35-165: An item that `submerge` has added belongs in a section of Updates from Rust Community',
      ],
      good: '# Quote of the Week\n\n* [A post](https://example.com/a)\n',
    },
  ],
  facts: markersOf,
  check(_, markers: readonly Placed<MarkerFact>[], report) {
    const seen = new Map<string, Placed<MarkerFact>>();
    for (const marker of markers) {
      const { at, pr, inItem, nth, section } = marker;
      const first = pr === '' ? undefined : seen.get(pr);
      if (first)
        report({
          at,
          message: `Pull request ${pr} is in the draft twice: “submerge merge” refuses that`,
          related: [{ at: first.at, message: 'The same pull request' }],
        });
      else seen.set(pr, marker);
      if (first) continue;
      if (!inItem)
        report({
          at,
          message: 'This comment of “submerge” belongs to no item: delete it, or put it back after its link',
        });
      else if (nth > 0) report({ at, message: 'The item has another comment of “submerge” already' });
      else if (!isCommunity(section))
        report({
          at,
          message: 'An item that `submerge` has added belongs in a section of Updates from Rust Community',
        });
    }
  },
});

interface MarkerFact extends Fact {
  readonly pr: string;
  readonly inItem: boolean;
  /** Which of the markers of its item, from 0. */
  readonly nth: number;
}

function markersOf(piece: Piece): MarkerFact[] {
  const { source } = piece;
  const counts = new Map<number, number>();
  return piece.comments.filter(isMarkerComment).map(({ start, end, text }): MarkerFact => {
    const line = source.lineNumberAt(start);
    const item = piece.items.find(
      (one) => source.lineNumberAt(one.start) <= line && line <= source.lineNumberAt(one.end),
    );
    const nth = item ? (counts.get(item.start) ?? 0) : 0;
    if (item) counts.set(item.start, nth + 1);
    const pr = /\bsubmerge-pr=(\d*)/.exec(text)?.[1] ?? '';
    return {
      at: { start, end: Math.min(end, source.lineAt(start).end) },
      pr,
      inItem: item !== undefined,
      nth,
    };
  });
}

/** A heading of the third level below that of the community, whatever it is called. */
function isCommunity(section: FrameSection | undefined): boolean {
  return section !== undefined && section.main?.spec?.key === 'community' && section.level >= 3;
}
