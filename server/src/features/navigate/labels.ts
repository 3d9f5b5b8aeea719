import { normalizeLabel } from '../../markdown/labels';
import type { Definition, Link } from '../../newsletter/issue/chunk';
import type { Issue } from '../../newsletter/issue/issue';
import type { Edit } from '../../text/edits';
import { contains, type Range, touches } from '../../text/sourceText';

/** A label with everything that bears it. */
export interface Label {
  /** As links are compared. */
  readonly label: string;
  /** As it is written where the author is. */
  readonly at: Range;
  readonly definitions: readonly Definition[];
  readonly links: readonly Link[];
}

/** The label of the reference or definition at an offset. */
export function labelAt(issue: Issue, offset: number): Label | undefined {
  const link = issue.links.find((link) => link.kind === 'reference' && touches(link.urlRange, offset));
  const definition = issue.definitions.find((one) => touches(labelRange(issue, one), offset));
  const label = link?.url ?? definition?.label;
  if (label === undefined) return undefined;
  return {
    label,
    at: link ? link.urlRange : labelRange(issue, definition!),
    definitions: issue.definitions.filter((one) => one.label === label),
    links: issue.links.filter((one) => one.kind === 'reference' && one.url === label),
  };
}

/** Between the brackets of `[label]: address`. */
function labelRange({ source }: Issue, { start, urlRange }: Definition): Range {
  const open = source.text.indexOf('[', start);
  const close = source.text.lastIndexOf(']:', urlRange.start);
  return close > open && open >= start ? { start: open + 1, end: close } : { start, end: start };
}

/**
 * Gives a label another name: where a link's text is its label, the text stays and the name comes after it.
 *
 * @throws RangeError with a sentence for the author when the name is none, or taken
 */
export function renameLabel(issue: Issue, { label, definitions, links }: Label, name: string): Edit[] {
  const wanted = name.trim();
  if (wanted === '' || /[[\]\r\n\\]/.test(wanted))
    throw new RangeError('A label has at least one letter, and no brackets');
  const key = normalizeLabel(wanted);
  if (key !== label && issue.labels.has(key))
    throw new RangeError(`There is a definition of “${wanted}” already`);
  return [
    ...definitions.map((one) => ({ ...labelRange(issue, one), text: wanted })),
    ...links.map((link) => {
      const { textRange, urlRange, end } = link;
      if (!contains(textRange, urlRange)) return { ...urlRange, text: wanted };
      // `[text]` and `[text][]`: the label is what readers see.
      return { start: textRange.end + 1, end, text: `[${wanted}]` };
    }),
  ].sort((a, b) => a.start - b.start);
}
