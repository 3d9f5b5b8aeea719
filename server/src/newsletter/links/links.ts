import type { Edit } from '../../text/edits';
import type { Range, SourceText } from '../../text/sourceText';
import { partsVersions } from '../issue/edges';
import { type Item, withNested } from '../issue/items';
import type { IssuePart } from '../issue/part';
import type { Section } from '../sections/sections';

/** Key of the main section in which a section stands; undefined outside the profile's sections. */
export function mainSection(section: Section | undefined): string | undefined {
  let main: string | undefined;
  for (let at = section; at; at = at.parent) main = at.spec?.key ?? main;
  return main?.split('/')[0];
}

/** Whether an offset lies in "Updates from Rust Community". */
export function inCommunity(issue: IssuePart, offset: number): boolean {
  for (let at = issue.sectionAt(offset); at; at = at.parent) if (at.key === 'community') return true;
  return false;
}

/** The items of "Updates from Rust Community" with those nested in them, in order. */
export function communityItemsOf(issue: IssuePart): Item[] {
  return issue.items.filter((item) => inCommunity(issue, item.start)).flatMap(withNested);
}

/** Edits on an address as edits on the issue. */
export function within(address: Range, edits: readonly (Range & { readonly text?: string })[]): Edit[] {
  return edits.map(({ start, end, text }) => ({
    start: address.start + start,
    end: address.start + end,
    text: text ?? '',
  }));
}

/** The line of an item that goes, with its nested items, when the item is deleted. */
export function wholeItem(issue: IssuePart, item: Item): Range {
  const { source } = issue;
  const last = source.lineNumberAt(Math.max(item.start, item.end - 1));
  return { start: source.lineAt(item.start).start, end: source.fullLine(last).end };
}

/**
 * Whether of two copies of a text one can go: where a side of a merge conflict begins or ends between them, the other
 * may go as well.
 */
export function inOneVersion({ text }: SourceText, first: Range, second: Range): boolean {
  return !partsVersions(text.slice(first.end, second.start));
}

/** The lines of {@link wholeItem}, LF line endings, without the last one. */
export function itemText(issue: IssuePart, item: Item): string {
  return issue.source
    .slice(wholeItem(issue, item))
    .replace(/\r\n|\r/g, '\n')
    .replace(/\n$/, '');
}
