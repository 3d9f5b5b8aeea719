import type { Action } from '../features/fix/action';
import type { Edit } from '../text/edits';
import { isTooLarge } from '../text/size';
import { soundEdits } from '../text/soundEdits';

/**
 * The gate that every edit passes on its way out of the engine.
 *
 * @param what names what made the edits, for the log
 * @param text the text that they change; undefined for a file that is not there yet
 * @returns the edits in the order of the text; none of them, with a line in the log, when they can't all be made: half
 *   of a change would do more harm than none. None for a text that is too large, which was not read
 */
export function passed(
  log: (message: string) => void,
  what: string,
  text: string | undefined,
  edits: readonly Edit[],
): readonly Edit[] {
  if (text !== undefined && isTooLarge(text)) return [];
  const sound = soundEdits(text ?? '', edits);
  if (typeof sound !== 'string') return sound;
  log(`${what} was left out: an edit ${sound}`);
  return [];
}

/** Actions whose edits pass the gate when they are asked for, each with a name of its own. */
export function passedActions(
  log: (message: string) => void,
  uri: string,
  text: string,
  actions: readonly Action[],
): readonly Action[] {
  const names = new Map<string, number>();
  return actions.map((action) => {
    // Two findings of a rule at one place have fixes of one name: the same two in the same order whenever we are asked.
    const count = (names.get(action.id) ?? 0) + 1;
    names.set(action.id, count);
    const { editsInSteps } = action;
    const gate = (edits: readonly Edit[]) => passed(log, `“${action.title}” on ${uri}`, text, edits);
    return {
      ...action,
      id: count === 1 ? action.id : `${action.id}#${count}`,
      edits: () => gate(action.edits()),
      ...(editsInSteps && {
        *editsInSteps() {
          return gate(yield* editsInSteps());
        },
      }),
    };
  });
}
