import { pieceAround } from '../../newsletter/issue/around';
import type { Issue } from '../../newsletter/issue/issue';
import type { Item } from '../../newsletter/issue/items';
import { itemText, wholeItem } from '../../newsletter/links/links';
import { plainTitle } from '../../newsletter/sections/bodies';
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

/** The item of the community part in which a place lies. */
export function movableItem(issue: Issue, range: Range): Item | undefined {
  const { piece, start } = pieceAround(issue, range.start);
  const own = shifted(range, -start);
  const item = piece.items.find((item) => contains(item, own));
  if (!item || piece.sectionAt(item.start)?.spec?.parent !== 'community') return undefined;
  return issue.items.find((item) => contains(item, range));
}

/** The other sections that an item of the community part could stand in, the usual one of such items first. */
export function itemMoves(issue: Issue, item: Item): ItemMove[] {
  const from = issue.sectionAt(item.start)?.spec?.key;
  if (!from?.startsWith('community/')) return [];
  const usual = hintFor(item)?.sections;
  const best = usual?.includes(from) ? undefined : usual?.[0];
  return issue.profile.sections
    .filter(({ parent, key }) => parent === 'community' && key !== from)
    .map(
      ({ key, title }): ItemMove => ({
        section: key,
        title: plainTitle(title),
        suggested: key === best,
        edits: () => move(issue, item, key),
      }),
    )
    .sort((a, b) => Number(b.suggested) - Number(a.suggested));
}

function move(issue: Issue, item: Item, key: string): Edit[] {
  const whole = wholeItem(issue, item);
  const text = itemText(issue, item);
  return [{ ...whole, text: '' }, insertItem(issue, key, text)];
}
