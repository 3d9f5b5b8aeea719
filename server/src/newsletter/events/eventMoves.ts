import type { Edit } from '../../text/edits';
import type { Issue } from '../issue/issue';
import type { Section } from '../sections/sections';
import type { EventEntry } from './event';
import { compareKeys, eventRuns, type SortKey, sortKey } from './eventOrder';
import { entryLines, lastLine } from './eventRemoval';
import { EVENT_REGIONS, type EventRegion, sectionOfRegion } from './meaning';

/** How headings of regions are written. */
export const REGION_TITLES: Readonly<Record<EventRegion, string>> = {
  virtual: 'Virtual',
  africa: 'Africa',
  asia: 'Asia',
  europe: 'Europe',
  'north-america': 'North America',
  oceania: 'Oceania',
  'south-america': 'South America',
};

/** The text of an entry, LF line endings, without the last one. */
export function entryText(issue: Issue, event: EventEntry): string {
  const { source } = issue;
  const last = lastLine(issue, event);
  const lines: string[] = [];
  for (let n = event.lineNumber; n <= last; n += 1) lines.push(source.lineText(n));
  return lines.join('\n');
}

/** Takes an entry out of its place and puts it into another region, where it belongs by its date. */
export function moveEvent(issue: Issue, event: EventEntry, region: EventRegion): Edit[] {
  return [
    ...entryLines(issue, event).map((range) => ({ ...range, text: '' })),
    insertEvent(issue, event, region),
  ];
}

/** Puts a copy of an entry into a region, which gets a heading when it has none yet. */
export function insertEvent(
  issue: Issue,
  event: EventEntry,
  region: EventRegion,
  text = entryText(issue, event),
): Edit {
  return insertEntry(issue, region, text, sortKey(issue, event), event);
}

/**
 * Puts the lines of an entry into a region, where they belong by their date. What stands at other entries, such as
 * the comments of the newsletter's tools, stays with them.
 *
 * @param key of the entry, as `sortKey` gives it
 * @param moved an entry of the issue that does not count, as it is about to go
 */
export function insertEntry(
  issue: Issue,
  region: EventRegion,
  text: string,
  key: SortKey,
  moved?: EventEntry,
): Edit {
  const { source } = issue;
  const section = sectionOfRegion(issue, region);
  if (!section) return insertRegion(issue, region, text);
  const there = issue.events.filter((other) => other.region === section && other !== moved);
  const blocks = new Map(
    eventRuns(issue)
      .flat()
      .map((block) => [block.event, block]),
  );
  const next = there.find((other) => compareKeys(sortKey(issue, other), key) > 0);
  if (next) return insertLine(issue, blocks.get(next)?.from ?? next.lineNumber, text);
  const last = there.at(-1);
  if (last)
    return insertLine(issue, blocks.get(last)?.to ?? (last.title?.lineNumber ?? last.lineNumber) + 1, text);
  const below = source.lineNumberAt(section.start) + 1;
  return issue.profile.can.blankAfterHeading
    ? insertLine(issue, below, `\n${text}`)
    : insertLine(issue, below, text);
}

function insertRegion(issue: Issue, region: EventRegion, text: string): Edit {
  const heading = `### ${REGION_TITLES[region]}\n${issue.profile.can.blankAfterHeading ? '\n' : ''}${text}\n`;
  const rank = EVENT_REGIONS.indexOf(region);
  const sections = EVENT_REGIONS.map((name) => sectionOfRegion(issue, name));
  const later = sections.slice(rank + 1).find((section) => section !== undefined);
  if (later) return insertLine(issue, issue.source.lineNumberAt(later.start), heading);
  const earlier = sections.slice(0, rank).findLast((section) => section !== undefined);
  if (!earlier) return insertFirstRegion(issue, heading);
  return insertLine(issue, behindList(issue, earlier), `\n${heading}`.trimEnd());
}

/** In the place of the template's comment, or below the line with the window. */
function insertFirstRegion(issue: Issue, heading: string): Edit {
  const { source } = issue;
  const events = issue.sectionsOf('events')[0]!;
  const comment = issue.comments.find(
    ({ start, text }) => start > events.start && /^\s*Events list goes here\s*$/.test(text),
  );
  if (comment) return { start: comment.start, end: comment.end, text: heading.trimEnd() };
  let line = source.lineNumberAt(events.start);
  for (let n = line + 1; n < Math.min(line + 5, source.lineCount); n += 1) {
    if (/^Rusty Events between/i.test(source.lineText(n))) line = n;
  }
  return insertLine(issue, line + 1, `\n${heading}`.trimEnd());
}

/** The line behind the last entry of a section, or behind its heading. */
function behindList(issue: Issue, section: Section): number {
  const last = issue.events.findLast((event) => event.region === section);
  return last
    ? (last.title?.lineNumber ?? last.lineNumber) + 1
    : issue.source.lineNumberAt(section.start) + 1;
}

/** Puts lines in front of a line. */
function insertLine({ source }: Issue, line: number, text: string): Edit {
  if (line >= source.lineCount)
    return { start: source.text.length, end: source.text.length, text: `\n${text}` };
  const { start } = source.line(line);
  return { start, end: start, text: `${text}\n` };
}
