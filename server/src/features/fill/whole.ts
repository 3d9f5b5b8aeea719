import { FIXED_PARAGRAPHS } from '../../newsletter/eras/boilerplate';
import { isMeant } from '../../newsletter/issue/headings';
import type { Issue } from '../../newsletter/issue/issue';
import type { Item } from '../../newsletter/issue/items';
import { wholeItem } from '../../newsletter/links/links';
import { noneSentencesOf, realItems } from '../../newsletter/sections/noneSentences';
import type { Section } from '../../newsletter/sections/sections';
import { applyEdits, type Edit, withEol } from '../../text/edits';
import { appendTo } from '../../text/lists';
import type { Range } from '../../text/sourceText';
import { formatText } from '../format/format';
import { insertSection } from './place';
import { removeGroups } from './sentences';

/** Sections that a generator writes anew each week, with the groups inside them. */
const WHOLES: ReadonlySet<string> = new Set(['cft', 'approved-rfcs', 'fcp', 'new-rfcs']);

/** The whole that a section is part of; undefined for other sections. */
export function wholeOf(key: string): string | undefined {
  const main = key.split('/')[0]!;
  return WHOLES.has(main) ? main : undefined;
}

export interface WholeFill {
  readonly edits: readonly Edit[];
  /** Items that were there. */
  readonly had: number;
  /** Of these those that the source does not have. */
  readonly kept: number;
  /** Items that are new. */
  readonly added: number;
}

/**
 * Writes a section with its groups as the source has them. Items that the issue has stay as they are, and those that
 * only the issue has go on standing in their groups.
 *
 * @returns undefined when there is no place for the section
 */
export function fillWhole(issue: Issue, key: string, source: Issue): WholeFill | undefined {
  const from = source.sectionsOf(key)[0]!;
  const there = issue.sectionsOf(key)[0];
  const mine = there ? itemsUnder(issue, there) : [];
  const theirs = itemsUnder(source, from);
  const known = new Map(mine.map((entry) => [entry.key, entry]));
  const fresh = new Set(theirs.map((entry) => entry.key));
  const extra = mine.filter((entry) => !fresh.has(entry.key));

  const same = theirs.flatMap(({ key: link, range }): Edit[] => {
    const own = known.get(link);
    return own ? [{ ...range, text: own.text }] : [];
  });
  let written = source.with(same);
  // Of a group all at once: each takes a reading.
  for (const group of byGroup(extra, key).values()) written = written.with([groupEdit(written, key, group)]);
  written = written.with(removeGroups(written, key));
  const section = written.sectionsOf(key)[0]!;
  const unit = house(issue, written, { start: section.start, end: endOf(written, section) });

  const counts = {
    had: mine.length,
    kept: extra.length,
    added: theirs.filter((entry) => !known.has(entry.key)).length,
  };
  if (there) {
    const end = endOf(issue, there);
    const whole = { start: there.start, end: end - trailing(issue.source.text.slice(there.start, end)) };
    return { ...counts, edits: [withEol({ ...whole, text: unit }, issue.source.eol)] };
  }
  const spec = issue.profile.sections.find((candidate) => candidate.key === key);
  const edit = spec && insertSection(issue, spec, unit);
  return edit && { ...counts, edits: [edit] };
}

interface Entry {
  readonly key: string;
  readonly text: string;
  readonly range: { readonly start: number; readonly end: number };
  readonly section: Section;
  /** The heading line above it. */
  readonly heading: string;
}

/** The items with links under a section and its groups. */
function itemsUnder(issue: Issue, section: Section): Entry[] {
  const sentences = noneSentencesOf(issue);
  const end = endOf(issue, section);
  return issue.sections
    .filter((part) => part.start >= section.start && part.start < end)
    .flatMap((part) =>
      realItems(part, sentences).flatMap((item): Entry[] => {
        const link = item.links[0];
        if (!link) return [];
        const range = ownRange(issue, item);
        const text = issue.source.slice(range).replace(/\r\n?/g, '\n');
        const heading = issue.source.slice(issue.source.lineAt(part.start));
        return [{ key: issue.keys.link(link.url), text, range, section: part, heading }];
      }),
    );
}

/** An item with its nested items, without the line ending. */
function ownRange(issue: Issue, item: Item): { start: number; end: number } {
  const { start, end } = wholeItem(issue, item);
  return { start, end: end - trailing(issue.source.text.slice(start, end)) };
}

/** A section ends where its level does; one of the wholes never goes over the next of them or over a main section. */
function endOf(issue: Issue, section: Section): number {
  const next = issue.sections.find(
    ({ start, spec, heading }) =>
      start > section.start &&
      (heading.level <= section.heading.level ||
        (spec !== undefined && wholeOf(spec.key) !== section.spec?.key)),
  );
  return next?.start ?? issue.source.text.length;
}

/** Items by the key of their group, by that of the whole section where it has none of its own. */
function byGroup(entries: readonly Entry[], key: string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) appendTo(groups, entry.section.spec?.key ?? key, entry);
  return groups;
}

/** Adds the items of a group that only the issue has; it gets its heading when the source does not have it. */
function groupEdit(source: Issue, key: string, entries: readonly Entry[]): Edit {
  const { section, heading } = entries[0]!;
  const text = entries.map((entry) => entry.text).join('\n');
  const whole = source.sectionsOf(key)[0]!;
  const end = endOf(source, whole);
  const own = source.sectionsOf(section.spec?.key ?? key)[0];
  const sentences = noneSentencesOf(source);
  if (own && own.start >= whole.start && own.start < end) {
    const last = realItems(own, sentences).at(-1);
    if (last) return insertion(ownRange(source, last).end, `\n${text}`);
    const none = sentences.find((sentence) => sentence.section === own && sentence.form === undefined);
    if (none) return { ...source.source.lineAt(none.start), end: none.end, text };
    return insertion(source.source.lineAt(own.heading.start).end, `\n${text}\n`);
  }
  // Groups stand in front of the sentence for those without items.
  const none = sentences.find(({ form, start }) => form !== undefined && start >= whole.start && start < end);
  const at = none ? source.source.lineAt(none.start).start : end;
  return insertion(at, `${heading}\n${text}\n\n`);
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** A section in the house style of the issue's era, without blank lines at its end. */
function house(issue: Issue, written: Issue, { start, end }: Range): string {
  const front = `Title: This Week in Rust\nDate: ${issue.date ?? '2026-01-01'}\nCategory: This Week in Rust\n\n`;
  const gaps = written.headings
    .filter((heading) => heading.start > start && heading.start < end && isMeant(heading))
    .map((heading) => ({ start: heading.start - start, end: heading.start - start, text: '\n' }));
  const spaced = applyEdits(written.source.text.slice(start, end), gaps)
    .replace(/\n{3,}/g, '\n\n')
    .replace(/([^\n])\n(?=(.{30,}))/g, (gap, before: string, line: string) =>
      before !== '' && STARTS.some((start) => line.startsWith(start)) ? `${before}\n\n` : gap,
    );
  const read = issue.with(`${front}${spaced.trimEnd()}\n`);
  return formatText(read).slice(front.length).trimEnd();
}

/** How the paragraphs begin that stand alone in every issue; generators forget the blank line above them. */
const STARTS = FIXED_PARAGRAPHS.filter(({ id }) => /^(?:cft|fcp)-.*let-us-know$/.test(id)).flatMap(
  ({ versions }) => versions.map((version) => version.slice(0, 30)),
);

function trailing(text: string): number {
  return text.length - text.trimEnd().length;
}
