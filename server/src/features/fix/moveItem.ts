import { pieceAround } from '../../newsletter/issue/around';
import type { Issue } from '../../newsletter/issue/issue';
import { itemText, wholeItem } from '../../newsletter/links/links';
import { plainTitle } from '../../newsletter/sections/titles';
import { hintFor } from '../../rules/section-hint';
import type { Edit } from '../../text/edits';
import { contains, type Range, shifted } from '../../text/sourceText';
import { insertItem } from '../submit/submit';

/** A way to move an item of the community part. */
export interface ItemMove {
  /** Key of the section that it goes to. */
  readonly section: string;
  readonly title: string;
  /** Items like this one usually stand there. */
  readonly suggested: boolean;
  edits(): readonly Edit[];
}

/** The sections that the item of the community part in which a place lies could stand in, the usual one of such items first. */
export function itemMoves(issue: Issue, range: Range): ItemMove[] {
  // The piece around tells the item: nothing of the whole has to be put together for a menu.
  const { piece, start } = pieceAround(issue, range.start);
  const own = shifted(range, -start);
  const item = piece.items.find((item) => contains(item, own));
  if (!item) return [];
  const from = piece.sectionAt(item.start)?.spec;
  if (from?.parent !== 'community') return [];
  const usual = hintFor(item)?.sections;
  const best = usual?.includes(from.key) ? undefined : usual?.[0];
  return issue.profile.sections
    .filter(({ parent, key }) => parent === 'community' && key !== from.key)
    .map(
      ({ key, title }): ItemMove => ({
        section: key,
        title: plainTitle(title),
        suggested: key === best,
        edits: () => move(issue, range, key),
      }),
    )
    .sort((a, b) => Number(b.suggested) - Number(a.suggested));
}

function move(issue: Issue, range: Range, key: string): Edit[] {
  const item = issue.items.find((item) => contains(item, range))!;
  const whole = wholeItem(issue, item);
  const text = itemText(issue, item);
  return [{ ...whole, text: '' }, insertItem(issue, key, text)];
}
