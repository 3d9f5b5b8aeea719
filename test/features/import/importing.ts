import {
  type ImportChoice,
  importEvents,
  planImport,
} from '../../../server/src/features/import/importEvents';
import { ImportError } from '../../../server/src/features/import/imported';
import type { ArchiveView } from '../../../server/src/newsletter/archive/view';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

/** A draft up to its list of events. */
export const EVENTS = `${FRONT}## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n\n`;
/** A draft whose list of events is still the template's comment. */
export const EMPTY = `${EVENTS}<!-- Events list goes here -->\n\nIf you are running a Rust event please add it.\n\n## Jobs\n`;

export const read = (text: string) => readIssue({ uri: DRAFT_URI, text });
/** What adding a text's events to a draft would come to. */
export const plan = (text: string, draft = EMPTY, archive?: ArchiveView) =>
  planImport({ issue: read(draft), text, archive });
/** What came of it, with the draft's text afterwards. */
export const add = (text: string, draft = EMPTY, choices?: ImportChoice[], archive?: ArchiveView) => {
  const result = importEvents({ issue: read(draft), text, archive }, choices);
  return { ...result, text: applyEdits(draft, result.edits) };
};
/** An event of Rust Narvik as an issue lists it. @param rest of its title line */
export const entry = (date: string, place: string, name: string, rest = '') =>
  `* ${date} | ${place} | [Rust Narvik](https://example.com/group)\n    * [**${name}**](https://example.com/${name.toLowerCase().replace(/\W+/g, '-')})${rest}\n`;
/** The candidates of a text as `days | place | title | state`. */
export const shown = (text: string, draft?: string, archive?: ArchiveView) =>
  plan(text, draft, archive).candidates.map(({ dates, location, title, state }) =>
    [dates, location ?? '?', title, state].join(' | '),
  );
/** A calendar of Rust Narvik. @param events as {@link event} writes them */
export const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Rust Narvik', ...events, 'END:VCALENDAR', ''].join('\r\n');
/** One that does not tell whose it is. */
export const calendarOf = (...events: string[]) =>
  calendar(...events).replace('X-WR-CALNAME:Rust Narvik\r\n', '');
/** An event of a calendar. @param lines its properties */
export const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
/** The properties of a talk in Narvik, but for its day. */
export const narvik = ['SUMMARY:Talks', 'LOCATION:Narvik\\, Norway', 'URL:https://example.com/talks'];

/** The error that a text gives, with the line. */
export function errorOf(text: string): string {
  try {
    plan(text);
  } catch (error) {
    if (error instanceof ImportError) return `${error.line}: ${error.message}`;
    throw error;
  }
  throw new Error('Expected an error, found none');
}
