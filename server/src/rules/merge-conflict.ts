import { CONFLICT_MARKER } from '../newsletter/issue/edges';
import type { Piece } from '../newsletter/issue/piece';
import type { Range } from '../text/sourceText';
import { definePieceRule, type Fix } from './rule';

const MARKER = new RegExp(`^(?:${CONFLICT_MARKER})`, 'gm');

/** What Git writes where it could not choose. */
export default definePieceRule({
  id: 'merge-conflict',
  summary: 'A merge conflict marker',
  why: 'Many hands change one draft, and `=======` below a line even makes a heading of it.',
  severity: 'error',
  fix: 'never',
  inTemplate: true,
  examples: [
    {
      title: 'an unresolved conflict',
      bad: '<<<<<<< HEAD\n* [A post](https://example.com/a)\n=======\n* [Another post](https://example.com/b)\n>>>>>>> main\n',
      found: [
        '1:1-13: A merge conflict was left unresolved: <<<<<<<',
        '3:1-8: A merge conflict was left unresolved: =======',
        '5:1-13: A merge conflict was left unresolved: >>>>>>>',
      ],
      fixes: ['Keep both versions', 'Keep the first version', 'Keep the second version', 'Delete the marker'],
      good: '* [A post](https://example.com/a)\n* [Another post](https://example.com/b)\n',
    },
  ],
  check(piece, report) {
    const conflicts = findMarkers(piece);
    for (const [index, marker] of conflicts.entries()) {
      report({
        at: { start: marker.start, end: marker.end },
        message: `A merge conflict was left unresolved: ${piece.source.slice(marker).slice(0, 7)}`,
        fixes: [
          ...choices(piece, conflicts, index),
          {
            title: 'Delete the marker',
            edits: () => [{ ...piece.source.fullLine(marker.number), text: '' }],
          },
        ],
      });
    }
  },
});

interface Marker extends Range {
  readonly number: number;
  readonly kind: '<' | '|' | '=' | '>';
}

function findMarkers(piece: Piece): Marker[] {
  const { source } = piece;
  const found: Marker[] = [];
  for (const match of source.text.matchAll(MARKER)) {
    const line = source.lineAt(match.index);
    // A conflict shown between fences is an example; one that only looks like code is not.
    if (line.start !== match.index || piece.lines[line.number]!.kind === 'fence') continue;
    found.push({ ...line, kind: match[0][0] as Marker['kind'] });
  }
  return found;
}

/** For the first marker of a whole conflict: keep one side, or both. */
function choices(piece: Piece, markers: readonly Marker[], index: number): Fix[] {
  const first = markers[index]!;
  if (first.kind !== '<') return [];
  const { source } = piece;
  // Up to the marker that ends this conflict or begins another.
  let end = index + 1;
  while (end < markers.length && markers[end]!.kind !== '<' && markers[end]!.kind !== '>') end += 1;
  if (markers[end]?.kind !== '>') return [];
  const parts = markers.slice(index + 1, end + 1);
  const middle = parts.find(({ kind }) => kind === '=');
  const base = parts.find(({ kind }) => kind === '|');
  const last = parts.at(-1)!;
  if (!middle) return [];
  const lineRange = ({ number }: Marker) => source.fullLine(number);
  const ours = { start: lineRange(first).end, end: lineRange(base ?? middle).start };
  const theirs = { start: lineRange(middle).end, end: lineRange(last).start };
  const drop = (...ranges: Range[]) => ranges.map((range) => ({ ...range, text: '' }));
  return [
    {
      title: 'Keep both versions',
      edits: () => drop(lineRange(first), { start: ours.end, end: theirs.start }, lineRange(last)),
    },
    {
      title: 'Keep the first version',
      edits: () => drop(lineRange(first), { start: ours.end, end: lineRange(last).end }),
    },
    {
      title: 'Keep the second version',
      edits: () => drop({ start: lineRange(first).start, end: theirs.start }, lineRange(last)),
    },
  ];
}
