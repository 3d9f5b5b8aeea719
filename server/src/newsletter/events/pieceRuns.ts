import type { Issue } from '../issue/issue';
import type { Piece } from '../issue/piece';
import { compareKeys, type EventBlock, type EventLines, eventRuns, type SortKey } from './eventOrder';

/** An event of a piece, with what tells which run of the issue it is in. */
export interface Sortable {
  /** Whether a run begins with it, perhaps one that goes on from the piece before. */
  readonly begins: 'run' | 'piece' | 'within';
  readonly endsPiece: boolean;
  readonly key: SortKey;
}

/** A piece without events, which no run goes over. */
export const BREAK: Sortable = { begins: 'run', endsPiece: false, key: { date: '', place: '' } };
const BREAKS: readonly Sortable[] = [BREAK];

/** The events of a piece that can change places; {@link BREAK} where it has none. */
export function sortablesOf(piece: Piece): readonly (Sortable & { readonly block?: EventBlock })[] {
  if (piece.events.length === 0) return piece.source.text === '' ? [] : BREAKS;
  return piece.answer(sortablesOf, () => {
    const last = piece.source.lineCount - 1;
    const events = eventRuns(piece).flatMap((run, r) =>
      run.map((block, n) => ({
        begins:
          n > 0 ? ('within' as const) : r === 0 && block.from === 0 ? ('piece' as const) : ('run' as const),
        // After the last line break of a piece there is nothing.
        endsPiece: block.to >= last,
        key: block.key,
        block,
      })),
    );
    return events.length > 0 ? events : BREAKS;
  });
}

/** Events that can change places, see `eventRuns`; in a long list a run goes on from piece to piece. */
export function runsOf<E extends Sortable>(events: readonly E[]): E[][] {
  const runs: E[][] = [];
  for (const event of events) {
    const goesOn = event.begins === 'within' || (event.begins === 'piece' && runs.at(-1)?.at(-1)?.endsPiece);
    if (goesOn) runs.at(-1)!.push(event);
    else runs.push([event]);
  }
  return runs;
}

/** What `eventRuns` tells of an issue without its events: put together of the pieces, most of which have told it before. */
export function runsOfLines({ pieces, source }: Pick<Issue, 'pieces' | 'source'>): EventLines[][] {
  const placed = pieces.flatMap(({ piece, start }) =>
    sortablesOf(piece).map(({ begins, endsPiece, key, block }) => {
      const above = block ? source.lineNumberAt(start) : 0;
      const { from, to } = block ?? { from: 0, to: 0 };
      return { begins, endsPiece, key, from: above + from, to: above + to };
    }),
  );
  return runsOf(placed).filter(([first]) => first!.to > 0);
}

export function isSorted(run: readonly Sortable[]): boolean {
  return run.every((event, n) => n === 0 || compareKeys(run[n - 1]!.key, event.key) <= 0);
}
