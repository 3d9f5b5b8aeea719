import { ANY_DATE, readingsOf } from '../newsletter/events/eventDates';
import { isDate } from '../newsletter/issue/date';
import type { Piece } from '../newsletter/issue/piece';
import { type CallField, type EventCall, eventCalls } from '../newsletter/sections/calls';
import type { Edit } from '../text/edits';
import { strip } from '../text/strip';
import { definePieceRule, type Report } from './rule';

/** The names are bold since October 2024; before, hardly any was. */
const BOLD_SINCE = '2024-10-01';
/** A date with or without words before it (“CFP closes”, “CFP open until”, “Event date:”) and a time behind it. */
const CLOSES = /^(?:[A-Za-z][A-Za-z ':,!-]*(?<=[ :]))?\d{4}-\d{2}-\d{2}(?![\d-])/;
const NO_DATE = /\b(?:rolling|open|until filled)\b(?!.*\d)/i;
const EVENT_DATE =
  /^(?:[A-Za-z][A-Za-z ]*(?::[ \t]+|\t[ \t]*|(?<= )))?\d{4}-\d{2}-\d{2}(?: - \d{4}-\d{2}-\d{2})?$/;
const OTHER_RANGE =
  /(\d{4}-\d{2}-\d{2})[ \t]*(?:to|and|until|through|&|[-–—−/]+)[ \t]*(?=\d{4}-\d{2}-\d{2}$)/;
const LOOSE_DATE = new RegExp(`(?<![\\w-])${ANY_DATE}`, 'i');
const DATE_LENGTH = '2026-02-25'.length;
const ONLINE = /\b(?:online|virtual|remote|worldwide)\b/i;

/**
 * Calls for papers have four fields. Countries are written out in two of three calls (“Berlin, Germany”), so both
 * forms are right.
 */
export default definePieceRule({
  id: 'cfp-event-form',
  in: ['cfp'],
  summary: 'A call for papers is not in the usual form',
  why: 'Name, closing date, place and day of the event, with “ | ” between: speakers compare the dates of several calls.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'a space is missing',
      bad: '## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* [**Example Days**](https://example.com/cfp)| CFP closes 2026-03-31 | Berlin, DE | 2026-06-01\n',
      found: ['5:46-48: The fields are separated by “ | ”, not by “| ”'],
      fixes: ['Put the call into the usual form'],
      good: '## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* [**Example Days**](https://example.com/cfp) | CFP closes 2026-03-31 | Berlin, DE | 2026-06-01\n',
    },
    {
      title: 'a date in words',
      bad: '## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* [**Example Days**](https://example.com/cfp) | 31 March 2026 | Berlin, DE | 2026-06-01\n',
      found: ['5:49-62: “31 March 2026” is not a closing date like 2026-02-25'],
      fixes: ['Put the call into the usual form'],
      good: '## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* [**Example Days**](https://example.com/cfp) | CFP closes 2026-03-31 | Berlin, DE | 2026-06-01\n',
    },
  ],
  check(piece, report) {
    for (const call of eventCalls(piece)) {
      const found = check(piece, call);
      if (found) report(found);
    }
  },
});

/** The first thing that is wrong, with a fix for everything that can be put right. */
function check(piece: Piece, call: EventCall): Report | undefined {
  const problems = [...nameProblem(piece, call), ...separatorProblems(piece, call), ...fieldProblems(call)];
  const [first] = problems;
  if (!first) return undefined;
  const editsOf = (some: readonly Problem[]) => some.flatMap(({ edit }) => edit ?? []);
  const edits = editsOf(problems);
  // Who likes another wording of the dates can have the bars alone.
  const bars = editsOf(separatorProblems(piece, call));
  return {
    at: first.at,
    message: first.message,
    fixes: [
      ...(edits.length > 0 ? [{ title: 'Put the call into the usual form', edits: () => edits }] : []),
      ...(bars.length > 0 && bars.length < edits.length
        ? [{ title: 'Separate the fields by “ | ”', edits: () => bars }]
        : []),
    ],
  };
}

interface Problem {
  readonly at: { readonly start: number; readonly end: number };
  readonly message: string;
  readonly edit?: Edit;
}

function nameProblem(piece: Piece, { item, link }: EventCall): Problem[] {
  const text = piece.source.slice(link.textRange);
  // The text of a link, to be bold as a whole.
  if (/^\*\*[^*\s].*\*\*$/.test(text) || (piece.date !== undefined && piece.date < BOLD_SINCE)) return [];
  // Asterisks before the link.
  const before = item.content.start < link.start;
  const at = { start: before ? item.content.start : link.textRange.start, end: link.textRange.end };
  const plain = strip(text, /[*_\s]/);
  return [
    {
      at: link.textRange,
      message: 'The name of the event is usually bold: “[**name**](address)”',
      ...(plain ? { edit: { ...at, text: `${before ? '[' : ''}**${plain}**` } } : {}),
    },
  ];
}

function separatorProblems(piece: Piece, { rest }: EventCall): Problem[] {
  const text = piece.source.slice(rest);
  const problems: Problem[] = [];
  // `**[name](address)** | ..`, `[name](address), ..`
  const stray = /^[ \t]*(?:\*+|[,;:])[ \t]*(?:\|[ \t]*)?/.exec(text)?.[0] ?? '';
  if (stray) {
    const at = { start: rest.start, end: rest.start + stray.length };
    problems.push({
      at,
      message: 'Name and closing date are separated by “ | ”',
      edit: { ...at, text: ' | ' },
    });
  } else if (!/^[ \t]*\|/.test(text) && text.trim() !== '') {
    const blanks = /^[ \t]*/.exec(text)![0].length;
    const at = { start: rest.start, end: rest.start + blanks };
    problems.push({
      at: { start: rest.start, end: rest.start + Math.max(1, blanks) },
      message: 'Name and closing date are separated by “ | ”',
      edit: { ...at, text: ' | ' },
    });
  }
  for (const match of text.matchAll(/([ \t]*)\|([ \t]*)/g)) {
    if (match[0] === ' | ' || match.index < stray.length) continue;
    const start = rest.start + match.index;
    const at = { start, end: start + match[0].length };
    problems.push({
      at,
      message: `The fields are separated by “ | ”, not by “${match[0]}”`,
      edit: { ...at, text: ' | ' },
    });
  }
  return problems;
}

function fieldProblems({ item, fields }: EventCall): Problem[] {
  const [closes, place, event] = fields;
  if (!closes || !place || !event || fields.length > 3) {
    return [
      {
        at: item.content,
        message: `A call has four fields (name, closing date, place, day of the event); this one has ${fields.length + 1}`,
      },
    ];
  }
  return [...closesProblem(closes), ...placeProblem(place), ...eventProblem(event)];
}

function closesProblem(field: CallField): Problem[] {
  const { text } = field;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDate(text))
    return [
      {
        at: range(field),
        message: `Write “CFP closes ${text}”: a date alone may be that of the event`,
        edit: { ...range(field), text: `CFP closes ${text}` },
      },
    ];
  if (CLOSES.test(text) || NO_DATE.test(text)) return noDay(field);
  const right = dated(text);
  return [
    {
      at: range(field),
      message: `“${text}” is not a closing date like 2026-02-25`,
      ...(right !== undefined && /\d{4}-\d{2}-\d{2}$/.test(right) && !right.includes(' - ')
        ? { edit: { ...range(field), text: right.length > DATE_LENGTH ? right : `CFP closes ${right}` } }
        : {}),
    },
  ];
}

function placeProblem(field: CallField): Problem[] {
  if (/[^,\s][ \t]*,[ \t]*\S/.test(field.text) || ONLINE.test(field.text)) return [];
  return [{ at: range(field), message: `“${field.text}” is not a place: write city and country` }];
}

function eventProblem(field: CallField): Problem[] {
  if (EVENT_DATE.test(field.text)) return noDay(field);
  const other = OTHER_RANGE.exec(field.text);
  const text = other ? field.text.replace(OTHER_RANGE, '$1 - ') : (dated(field.text) ?? '');
  return [
    {
      at: range(field),
      message: `“${field.text}” is not written like “2026-02-25” or “2026-02-25 - 2026-02-27”`,
      ...(EVENT_DATE.test(text) ? { edit: { ...range(field), text } } : {}),
    },
  ];
}

/** `2026-02-31`, of which no other rule can say when it is. */
function noDay(field: CallField): Problem[] {
  const wrong = field.text.match(/\d{4}-\d{2}-\d{2}/g)?.find((date) => !isDate(date));
  return wrong === undefined ? [] : [{ at: range(field), message: `There is no ${wrong}` }];
}

/** A text whose date, or days from the first to the last, is written in another way; undefined where there is none, or no certain one. */
function dated(text: string): string | undefined {
  const found = LOOSE_DATE.exec(text);
  const readings = found ? readingsOf(found[0]) : [];
  const days = readings.length === 1 ? readings[0]!.join(' - ') : undefined;
  return !found || days === undefined || days === found[0] ? undefined : text.replace(found[0], days);
}

function range({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}
