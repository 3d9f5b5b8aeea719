import type { Range } from '../../text/sourceText';
import type { Link } from '../issue/chunk';
import type { Item } from '../issue/items';
import type { IssuePart } from '../issue/part';
import { within } from '../issue/within';
import type { Section } from './sections';

/** The template has had forms for calls for participation since November 2022; before, anybody wrote as they liked. */
const FORM_SINCE = '2022-11-01';

/** A call for participation in a project: an item with a link. */
export interface ProjectCall {
  readonly item: Item;
  readonly link: Link;
}

/** The calls for participation of issues that have a form for them. */
export function projectCalls(issue: IssuePart): ProjectCall[] {
  if (issue.date !== undefined && issue.date < FORM_SINCE) return [];
  const sections: readonly Section[] = issue.sectionsOf(
    issue.profile.can.cfpSections ? 'cfp/projects' : 'cfp',
  );
  return sections.flatMap((section) =>
    section.items.flatMap((item) => {
      const link = item.links.find(({ kind }) => kind === 'inline');
      return link ? [{ item, link }] : [];
    }),
  );
}

/** One field of a call for papers, cut at `|`. */
export interface CallField extends Range {
  readonly text: string;
}

/** `* [**Event**](url) | CFP closes 2026-03-01 | Berlin, DE | 2026-06-01 - 2026-06-02` */
export interface EventCall {
  readonly item: Item;
  readonly link: Link;
  /** Behind the link to the end of the item; begins with the first separator. */
  readonly rest: Range;
  /** The fields behind the link, trimmed; fields that are nothing but a link are left out. */
  readonly fields: readonly CallField[];
  /** First day on which proposals are no longer taken minus one; undefined when the field names no date. */
  readonly closes: string | undefined;
  /** First day of the event. */
  readonly firstDay: string | undefined;
}

const DATE = /\d{4}-\d{2}-\d{2}/;

/** The calls for papers and presentations. */
export function eventCalls(issue: IssuePart): EventCall[] {
  return issue.sectionsOf('cfp/events').flatMap((section) =>
    section.items.flatMap((item): EventCall[] => {
      const link = item.links[0];
      // Only asterisks of the name that is bold around its link.
      const before =
        link && issue.source.text.slice(item.content.start, link.start).replace(/\*/g, '').trim();
      // A none sentence, a note or a plain title: no call that could be judged.
      if (!link || before !== '') return [];
      const rest = { start: link.end, end: item.content.end };
      const fields = splitFields(issue, rest);
      return [
        {
          item,
          link,
          rest,
          fields,
          closes: fields[0] && DATE.exec(fields[0].text)?.[0],
          firstDay: fields[2] && DATE.exec(fields[2].text)?.[0],
        },
      ];
    }),
  );
}

function splitFields(issue: IssuePart, { start, end }: Range): CallField[] {
  const fields: CallField[] = [];
  const text = issue.source.text.slice(start, end);
  for (const match of text.matchAll(/[^|]+/g)) {
    const piece = match[0];
    const lead = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    const from = start + match.index + lead;
    const field = { start: from, end: from + trimmed.length };
    const [link] = within(issue.links, field);
    if (trimmed === '' || (link?.start === field.start && link.end === field.end)) continue;
    fields.push({ ...field, text: trimmed });
  }
  return fields;
}
