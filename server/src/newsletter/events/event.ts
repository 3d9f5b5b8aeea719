import { holds, indexBefore, type Range, type SourceText } from '../../text/sourceText';
import type { Link } from '../issue/chunk';
import { STRAY_BULLET } from '../issue/entries';
import type { Section } from '../sections/sections';
import { plainTitle } from './boldTitle';
import { ANY_DATE, DAMAGED_DATE, type EventDates, readDates, YEAR_FIRST } from './eventDates';
import { type EventLocation, parseLocation, tidyPlaces } from './location';

/** An event: its line with date, place and organiser, and the nested line with its title. */
export interface EventEntry extends Range {
  /** Line number (from 0) of the event line. */
  readonly lineNumber: number;
  /** The event line behind its bullet (or from its first character, when the bullet is missing). */
  readonly head: Range;
  readonly hasBullet: boolean;
  readonly dates: EventDates;
  /** The location as written; empty range when the field is missing. */
  readonly locationRange: Range;
  readonly location: EventLocation | undefined;
  readonly organisers: readonly Link[];
  /** The nested line with the title; undefined when the event line stands alone. */
  readonly title: EventTitle | undefined;
  /** Exactly as the grammar has it (docs/newsletter.md#grammar). */
  readonly exact: boolean;
  /** The region's section, or the events section itself for an entry above the first region. */
  readonly region: Section | undefined;
}

export interface EventTitle {
  readonly lineNumber: number;
  /** The whole line without trailing blanks. */
  readonly line: Range;
  /** Behind the bullet. */
  readonly content: Range;
  readonly links: readonly Link[];
  readonly exact: boolean;
}

/** A title line without an event line above it. */
export interface OrphanTitle extends Range {
  readonly lineNumber: number;
  readonly region: Section | undefined;
}

/**
 * A line of the newsletter's grammar, whole or damaged: also where its bullet is no bullet to the parser. Behind a bullet,
 * where no prose begins, the date may be in any form.
 */
const HEAD = new RegExp(
  `^([ \\t]*)(?:([*+-])[ \\t]*(?:(?:\\||\\[[ x]\\])[ \\t]*)?(${ANY_DATE}|${DAMAGED_DATE})|(?:(?:#+|\\||${STRAY_BULLET})[ \\t]*)?(${YEAR_FIRST}))`,
  'i',
);
const ANY_HEAD = new RegExp(HEAD.source, 'im');
/** A bullet and a bold link, or a link; a stray sign before it is a slip of the finger. */
const TITLE = new RegExp(`^([ \\t]*)(?:(?:[*+-]|${STRAY_BULLET})[ \\t]*)?(?=[$#>~|!.,]?\\**\\[|\\*\\*)`);

/** Whether there are lines in a text that would be events in their section. */
export function hasEventLines(text: string): boolean {
  return ANY_HEAD.test(text);
}

/**
 * Reads the events between `from` and `to` line by line: entries are two lines whose form matters to the letter,
 * and those that the site does not see as list items are the ones to tell the author about.
 *
 * @param links all links of the issue in order
 * @param opaque comments and code, whose lines are no entries
 * @param seen the section in which an event stands above the area
 */
export function readEvents(
  source: SourceText,
  area: Range,
  links: readonly Link[],
  opaque: readonly Range[],
  sectionAt: (offset: number) => Section | undefined,
  seen?: Section,
): { events: EventEntry[]; orphans: OrphanTitle[] } {
  const events: EventEntry[] = [];
  const orphans: OrphanTitle[] = [];
  const linksIn = (range: Range) => {
    const found: Link[] = [];
    // A picture inside a link is part of that link.
    for (
      let n = indexBefore(links, range.start - 1) + 1;
      n < links.length && links[n]!.start < range.end;
      n += 1
    ) {
      if (links[n]!.end <= range.end && links[n]!.start >= (found.at(-1)?.end ?? 0)) found.push(links[n]!);
    }
    return found;
  };
  const last = source.lineNumberAt(area.end);
  let seenRegion = seen;
  for (let n = source.lineNumberAt(area.start); n <= last; n += 1) {
    const line = trimmedLine(source, n);
    if (line.start < area.start || holds(opaque, line.start)) continue;
    const text = source.slice(line);
    const region = sectionAt(line.start);
    const head = HEAD.exec(text);
    if (head) {
      const title = findTitle(source, n, opaque, linksIn);
      events.push(readEntry(source, n, line, text, head, title, linksIn, region));
      if (title) n = title.lineNumber;
      seenRegion = region;
      continue;
    }
    // Titles that lost their place are no items of a list, or of a wrong one.
    const isTitle = /^[ \t]+[*+-][ \t]*\[/.test(text) || /^[*+-][ \t]*\[\*\*/.test(text);
    if (isTitle && region !== undefined && (seenRegion === region || region.spec?.parent === 'events'))
      orphans.push({ ...line, lineNumber: n, region });
  }
  return { events, orphans };
}

function trimmedLine(source: SourceText, n: number): Range {
  const line = source.line(n);
  return { start: line.start, end: line.start + source.slice(line).trimEnd().length };
}

function findTitle(
  source: SourceText,
  headLine: number,
  opaque: readonly Range[],
  linksIn: (range: Range) => Link[],
): EventTitle | undefined {
  // A blank line between the two is a slip that the site forgives; anything else ends the entry.
  for (let n = headLine + 1; n < Math.min(headLine + 3, source.lineCount); n += 1) {
    const line = trimmedLine(source, n);
    const text = source.slice(line);
    if (text === '') continue;
    if (holds(opaque, line.start)) return undefined;
    if (HEAD.test(text)) return undefined;
    const match = TITLE.exec(text);
    if (!match) return undefined;
    // An unindented `* [Some link](..)` without bold is an item of its own.
    if (match[1] === '' && !/^(?:[*+-][ \t]*)?(?:\[\*\*|\*\*\[)/.test(text)) return undefined;
    const links = linksIn(line);
    return {
      lineNumber: n,
      line,
      content: { start: line.start + match[0].length, end: line.end },
      links,
      exact: n === headLine + 1 && text === printTitle(source, links),
    };
  }
  return undefined;
}

function readEntry(
  source: SourceText,
  lineNumber: number,
  line: Range,
  text: string,
  head: RegExpExecArray,
  title: EventTitle | undefined,
  linksIn: (range: Range) => Link[],
  region: Section | undefined,
): EventEntry {
  const date = (head[3] ?? head[4])!;
  const headStart = line.start + head[0].length - date.length;
  const dates = readDates(source.text, { start: headStart, end: line.end }, date);
  const firstLink = linksIn({ start: dates.end, end: line.end })[0];
  const locationRange = readLocation(source, { start: dates.end, end: line.end }, firstLink?.start);
  const organisers = linksIn({ start: locationRange.end, end: line.end });
  return {
    start: line.start,
    end: title?.line.end ?? line.end,
    lineNumber,
    head: { start: headStart, end: line.end },
    hasBullet: head[2] !== undefined,
    dates,
    locationRange,
    location: parseLocation(source.slice(locationRange)),
    organisers,
    title,
    exact: title?.exact === true && text === printHead(source, { dates, locationRange, organisers }),
    region,
  };
}

/** Bars of other alphabets and keyboards. */
const OTHER_BARS = '｜¦│∣ǀ';
/** What people put between the fields in the place of a bar, or beside it. */
const SEPARATOR_CHARACTERS = `\\s|${OTHER_BARS}\\\\,;:/–—-`;
/** A letter that looks like a bar. */
const LIKE_BAR = '(?<=\\s)[lI!](?=\\s)';
/** All that stands for a bar, as a pattern. */
export const SEPARATOR = `(?:[${SEPARATOR_CHARACTERS}]|${LIKE_BAR})`;
const SEPARATORS = new RegExp(`^${SEPARATOR}*`);
const SEPARATORS_AT_END = new RegExp(
  `(?<![${SEPARATOR_CHARACTERS}])(?:\\s+${LIKE_BAR})?[${SEPARATOR_CHARACTERS}]+$`,
);
const BAR = new RegExp(`[|${OTHER_BARS}]`);

/** The text between the date and the organiser's link, without the bars, or what stands for them, around it. */
function readLocation(source: SourceText, rest: Range, firstLink: number | undefined): Range {
  const text = source.slice(rest);
  const start = rest.start + SEPARATORS.exec(text)![0].length;
  const tail = source.text.slice(start, rest.end);
  // Brackets of no link.
  const bracketed = /^\[([^[\]()|]+)\](?!\()/.exec(tail);
  if (bracketed) return { start: start + 1, end: start + 1 + bracketed[1]!.length };
  // The organiser begins at the bar, or, where the bar was forgotten, at the link or what should be one.
  const ends = [tail.search(BAR), firstLink === undefined ? tail.indexOf('[') : firstLink - start];
  const cut = Math.min(...ends.filter((end) => end >= 0), tail.length);
  return { start, end: start + tail.slice(0, cut).replace(SEPARATORS_AT_END, '').length };
}

/** The event line in the form of the grammar (docs/newsletter.md#grammar), its fields as they are. */
function printHead(
  source: SourceText,
  event: Pick<EventEntry, 'dates' | 'locationRange' | 'organisers'>,
): string {
  const { first, last } = event.dates;
  return [
    `* ${first === last ? first : `${first} - ${last}`}`,
    tidyPlaces(source.slice(event.locationRange)),
    event.organisers.map((link) => source.slice(link)).join(' + '),
  ].join(' | ');
}

/** The title line in the form of the grammar: the first link bold. */
function printTitle(source: SourceText, links: readonly Link[]): string {
  const printed = links.map((link, n) =>
    n === 0 ? `[**${plainTitle(source.slice(link.textRange))}**](${link.url})` : source.slice(link),
  );
  return `    * ${printed.join(' | ')}`;
}

/** Both lines of an event in the form of the grammar; of a well-formed event exactly its text. */
export function printEvent(source: SourceText, event: EventEntry): string {
  const head = printHead(source, event);
  return event.title ? `${head}\n${printTitle(source, event.title.links)}` : head;
}
