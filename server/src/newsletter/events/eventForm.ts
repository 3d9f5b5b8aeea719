import { applyEdits, type Edit } from '../../text/edits';
import type { Range } from '../../text/sourceText';
import type { IssuePart } from '../issue/part';
import { withoutComments } from '../issue/within';
import { isBalanced, plainTitle } from './boldTitle';
import { SEPARATOR as BETWEEN, type EventEntry, type EventTitle } from './event';
import { parseLocation, tidyPlaces } from './location';

/** A place in an event's lines that the grammar has otherwise. */
export interface FormSlip extends Range {
  /** `Expected .., found ..` */
  readonly message: string;
  /** What mends it; undefined where only the author knows. */
  readonly edits?: readonly Edit[];
  /** The author should look at it: words get lost, or it is as common as the grammar's form. */
  readonly unsafe?: boolean;
  /** `warning` for blanks alone, which readers hardly see; `info` for another separator between two links. */
  readonly severity?: 'warning' | 'info' | 'hint';
  /** A matter of taste, in which issues differ. */
  readonly minor?: boolean;
}

const BAR = ' | ';
/** Between two organisers; `+` is the grammar's, words are left as they are. */
const JOIN = /^(?: \+ | & |, | \/ | (?:and|with|x|by|@) |, and )$/;
/** Nothing but what people put between two fields in the place of a bar, or beside it. */
const SEPARATOR = new RegExp(`^(?:[[\\]]|${BETWEEN})*$`);
/** Brackets and punctuation without meaning. */
const STRAY = /^[\s\])},.;:|*$_-]+$/;

/** Place and first organiser as the grammar has them, from the end of the date on. */
const SOUND_FIELDS = /^(?: \| [^|[\]]*[^|[\]\s,;:/–—-])? \| \[/;

/**
 * What is wrong with the event line, from its bullet on. Dates and codes are other rules' matter. Safe edits come all
 * together or not at all: a line that they would leave half mended stays as it is.
 */
export function headSlips(issue: IssuePart, event: EventEntry): FormSlip[] {
  const slips = readHeadSlips(issue, event);
  const { start, end } = { start: event.dates.end, end: event.head.end };
  const safe = slips.flatMap((slip) => (slip.unsafe ? [] : (slip.edits ?? [])));
  const fields = safe
    .filter((edit) => edit.start >= start && edit.end <= end)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  if (fields.length === 0 || SOUND_FIELDS.test(applyEdits(issue.source.text.slice(start, end), fields)))
    return slips;
  return slips.map((slip) => {
    if (slip.unsafe) return slip;
    const { edits: _, ...told } = slip;
    return told;
  });
}

function readHeadSlips(issue: IssuePart, event: EventEntry): FormSlip[] {
  const { source } = issue;
  const slips: FormSlip[] = [];
  const slice = (start: number, end: number) => source.text.slice(start, end);
  const replace = (start: number, end: number, text: string, message: string) => {
    const blanksOnly = withoutBlanks(slice(start, end)) === withoutBlanks(text);
    const edits = [{ start, end, text }];
    slips.push({ start, end, message, edits, ...(blanksOnly ? { severity: 'warning' } : {}) });
  };
  const bars = (start: number, end: number) => {
    const found = slice(start, end);
    if (found === BAR) return;
    const message = `The fields are separated by “ | ”, not by ${shown(found)}`;
    // Words between the fields are a field too many, or part of one: nothing to throw away.
    if (SEPARATOR.test(found)) replace(start, end, BAR, message);
    else slips.push({ start, end, message });
  };

  // Between the bullet, which the event knows of, and the date.
  const bullet = /[*+-]([ \t]{2,}|\t|[ \t]*(?:\||\[[ x]\])[ \t]*)$/.exec(
    slice(source.line(event.lineNumber).start, event.head.start),
  );
  if (bullet) {
    const start = event.head.start - bullet[1]!.length;
    replace(start, event.head.start, ' ', 'There is one space between the bullet and the date');
  }
  const swapped = swappedFields(issue, event);
  if (swapped) return [...slips, swapped];
  const { locationRange, organisers } = event;
  const place = source.slice(locationRange);
  const first = organisers[0];
  const last = organisers.at(-1);
  if (place !== '') {
    bars(event.dates.end, locationRange.start);
    const tidy = tidyPlaces(place);
    if (tidy !== place)
      replace(locationRange.start, locationRange.end, tidy, `The place is written “${tidy}”`);
    if (first) bars(locationRange.end, first.start);
  } else if (first) {
    const found = slice(event.dates.end, first.start);
    if (!/\|.*\|/.test(found)) bars(event.dates.end, first.start);
  }
  for (const [n, link] of organisers.slice(1).entries()) {
    const before = organisers[n]!;
    const found = slice(before.end, link.start);
    if (JOIN.test(found)) continue;
    const message = `Two groups are joined by “ + ”, not by ${shown(found)}`;
    const at = { start: before.end, end: link.start };
    const edits = /^[\s|+&/,]*$/.test(found) ? [{ ...at, text: ' + ' }] : undefined;
    slips.push({ ...at, message, unsafe: true, severity: 'info', minor: true, ...(edits ? { edits } : {}) });
  }
  if (!first || !last) {
    const start = Math.max(locationRange.end, event.dates.end);
    const rest = slice(start, event.head.end);
    // A damaged link is the matter of link-form.
    if (!/\]\s*\(/.test(rest))
      slips.push({
        start: event.head.start,
        end: event.head.end,
        message: 'The link of the group is missing at the end of the line',
      });
    return slips;
  }
  for (const { textRange } of organisers) {
    const text = source.slice(textRange);
    const plain = plainTitle(text);
    if (/^\*\*.*\*\*$/.test(text) && plain)
      slips.push({
        ...rangeOf(textRange),
        message: 'Only the title below is bold',
        edits: [{ ...rangeOf(textRange), text: plain }],
      });
    else if (/^https?:\/\//.test(text))
      slips.push({ ...rangeOf(textRange), message: 'The name of the group is missing' });
  }
  if (first.text.trim() === '') {
    slips.push({
      ...rangeOf(first),
      message: 'The name of the group is missing',
    });
  }
  trailing(slips, issue, last.end, event.head.end, 'group');
  return slips;
}

/** The place behind the group, where nothing but a place stands. */
function swappedFields({ source }: IssuePart, event: EventEntry): FormSlip | undefined {
  const { organisers, dates, head, location } = event;
  const [group] = organisers;
  if (!group || organisers.length > 1 || location) return undefined;
  const behind = /^\s*\|\s*(.*\S)\s*$/.exec(source.text.slice(group.end, head.end))?.[1];
  if (behind === undefined || !parseLocation(behind)?.exact) return undefined;
  if (!SEPARATOR.test(source.text.slice(dates.end, group.start))) return undefined;
  const at = { start: dates.end, end: head.end };
  const text = `${BAR}${behind}${BAR}${source.slice(group)}`;
  return { ...at, message: 'The place appears before the group', edits: [{ ...at, text }] };
}

/** What is wrong with the title line. */
export function titleSlips(issue: IssuePart, title: EventTitle): FormSlip[] {
  const { source } = issue;
  const slips: FormSlip[] = [];
  const [first, ...others] = title.links;
  const last = title.links.at(-1);
  if (!first || !last) {
    const damaged = /\]\s*\(/.test(source.slice(title.content));
    if (!damaged)
      slips.push({ ...rangeOf(title.content), message: 'The title has no link: “[**Title**](…)”' });
    return slips;
  }
  const before = source.text.slice(title.content.start, first.start);
  const behind = source.text.slice(last.end, title.line.end);
  // Asterisks outside of the link that they were meant for: no bold text to the parser.
  const wrapped = /^\*+$/.test(before) && /^\*+$/.test(behind) && last === first;
  if (before !== '') {
    const edits = [{ start: title.content.start, end: first.start, text: '' }];
    const message = `There is ${shown(before)} before the title’s link`;
    slips.push({
      start: title.content.start,
      end: first.start,
      message,
      ...(STRAY.test(before) ? { edits } : {}),
    });
  }
  boldSlip(slips, issue, first.textRange);
  let end = first.end;
  for (const link of others) {
    const found = source.text.slice(end, link.start);
    if (found !== BAR) {
      const message = `Two links are separated by “ | ”, not by ${shown(found)}`;
      const at = { start: end, end: link.start };
      const edits = /^[\s|/,;–—-]*$/.test(found) ? [{ ...at, text: BAR }] : undefined;
      slips.push({ ...at, message, unsafe: true, severity: 'hint', ...(edits ? { edits } : {}) });
    }
    end = link.end;
  }
  if (wrapped)
    slips.push({
      start: last.end,
      end: title.line.end,
      message: 'The asterisks belong inside the brackets',
      edits: [{ start: last.end, end: title.line.end, text: '' }],
    });
  else trailing(slips, issue, last.end, title.line.end, 'title');
  return slips;
}

function boldSlip(slips: FormSlip[], { source }: IssuePart, at: Range): void {
  const text = source.slice(at);
  // Blanks inside the asterisks are the matter of link-text-padding.
  const inner = /^\s*\*\*(.*)\*\*\s*$/.exec(text)?.[1];
  // Single asterisks inside make words of the title italic.
  if (inner !== undefined && isBalanced(inner)) return;
  const plain = plainTitle(text);
  if (plain === '') {
    slips.push({ ...at, message: 'The title is missing' });
    return;
  }
  const message = text.includes('*')
    ? 'The whole title belongs between “**” and “**”'
    : 'The title is not bold';
  // With asterisks left inside, nobody but the author knows which of them are meant.
  const edits = plain.replace(/`[^`]*`/g, '').includes('*') ? undefined : [{ ...at, text: `**${plain}**` }];
  // Some of the words are meant to stand out.
  const partly = /\*\*[^*]+\*\*/.test(text);
  slips.push({ ...at, message, ...(partly ? { severity: 'info' } : {}), ...(edits ? { edits } : {}) });
}

function trailing(slips: FormSlip[], issue: IssuePart, start: number, end: number, what: string): void {
  const rest = issue.source.text.slice(start, end);
  // The newsletter's tools write comments behind items (docs/newsletter.md#marker-comments); others are told by their
  // own rules.
  if (withoutComments(issue, { start, end }).trim() === '') return;
  const edits = [{ start, end, text: '' }];
  slips.push({
    start,
    end,
    message: `There is ${shown(rest)} after the ${what}’s link`,
    edits,
    ...(STRAY.test(rest) ? {} : { unsafe: true }),
  });
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

function shown(text: string): string {
  return text === '' ? 'nothing' : `“${text}”`;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
