import type { Bracket, BracketText } from '../newsletter/issue/brackets';
import type { Range } from '../text/sourceText';
import type { Report } from './rule';

/** One sign, or several of those of which a single one ends a sentence. */
const AFTER = /^(?:["'“”\p{L})}>]|[.,;:!?"'“”)}>*_][.,;:!?"'“”)\]}>*_]{1,5})$/u;

/** Right before a link: what may stand behind it as well. */
const ENCLOSING = /[ \t](\*{1,3}|_{1,3}|~~|["'“(])$/;
/** What closes what is not closed by itself. */
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '(': ')' };
/** What stands behind the title of a link, and the bracket before it. */
const TARGET = /\]\([^()]*\)/g;

/**
 * What is to be said of signs right beside the only link of an item: `"[A post](..)`, `A[ post](..)`, `[A post](..)"`.
 *
 * @param text the prose that the brackets are of
 * @param link one with a target
 */
export function besideLink(text: string, link: Bracket, { head, end }: BracketText): Report | undefined {
  const { start, target } = link;
  // One character between the bullet and the link.
  const before = /^[*+-][ \t]+(["'“”„.,:;\p{L}])$/u.exec(text.slice(head.first, start).slice(0, 20));
  const rest = text.slice(target!.end, end).slice(0, 20).trimEnd();
  const after = AFTER.exec(rest)?.[0];
  const around = ENCLOSING.exec(text.slice(head.first, start).slice(-20))?.[1];
  if (around !== undefined && rest === (CLOSING[around] ?? around)) {
    const behind = { start: target!.end, end: target!.end + rest.length };
    return {
      at: behind,
      message: `“${around}” before the link and “${rest}” behind it do not belong there`,
      fixes: [
        {
          title: 'Remove both',
          edits: () => [
            { start: start - around.length, end: start, text: '' },
            { ...behind, text: '' },
          ],
        },
      ],
    };
  }
  // `(see [A post](..))`
  const closes = after?.startsWith(')') && text.slice(head.first, start).includes('(');
  const stray = before?.[1] ?? (closes ? undefined : after);
  if (!stray) return undefined;
  const at = before
    ? { start: start - 1, end: start }
    : { start: target!.end, end: target!.end + stray.length };
  const sure = !before && /^[^\p{L}"'“”]+$/u.test(stray);
  return strayAt(at, stray, sure);
}

/**
 * `the crate [name](..)), which`: parentheses right behind links of a paragraph that none opens.
 *
 * @param most how many links are looked at: for each of them all that stands before it is
 */
export function closedTwice(text: string, { head, pairs }: BracketText, most: number): Report[] {
  const closed = pairs.filter(({ target }) => target && text[target.end] === ')').slice(0, most);
  return closed.flatMap(({ start, target }) => {
    const isOpen = text.slice(head.first, start).replaceAll(TARGET, ']').includes('(');
    return isOpen ? [] : [strayAt({ start: target!.end, end: target!.end + 1 }, ')', true)];
  });
}

/** @param sure whether it is surplus beyond doubt */
function strayAt(at: Range, stray: string, sure: boolean): Report {
  return {
    at,
    message: `“${stray}” beside the link does not belong to it`,
    fixes: [
      { title: `Remove “${stray}”`, ...(sure ? { all: true } : {}), edits: () => [{ ...at, text: '' }] },
    ],
  };
}
