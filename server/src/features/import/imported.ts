import { shortened } from '../../text/shortened';
import { collapsed } from '../../text/whitespace';
/** What files and the clipboard give: events as their source tells them, before they are events of an issue. */

/** A point in time as its source has it. */
export interface Moment {
  /** `2026-03-04T19:00:00` by the source's own clock, or `2026-03-04`. */
  readonly text: string;
  /** A whole day. */
  readonly allDay: boolean;
  /** The same in UTC; undefined for days and for times that hold wherever the event is. */
  readonly utc?: string;
  /** Why the source's own clock may not be the one of the place; undefined where it is somebody's own. */
  readonly strange?: string;
}

export interface ImportedEvent {
  /** Where it begins in the input, from 1. */
  readonly line: number;
  readonly start: Moment;
  /** Undefined for an event of one day. All-day events end on their last day, not on the day after it. */
  readonly end: Moment | undefined;
  /** Plain text. */
  readonly title: string;
  readonly url: string | undefined;
  /** Where it takes place, in whatever words; empty when nothing is said. */
  readonly address: string;
  readonly kind: 'virtual' | 'hybrid' | 'in-person' | undefined;
  readonly organiser: { readonly name: string | undefined; readonly url: string | undefined };
  /** What only the author can tell: questions, or what they should know before they say yes. */
  readonly doubts?: readonly string[];
  /** All links of the organisers and of the title line, where the source is Markdown. */
  readonly links?: { readonly organisers: readonly SourceLink[]; readonly titles: readonly SourceLink[] };
  /** What of the source is left out, and what else the author may read over. */
  readonly notes?: readonly string[];
  /** Comments that stand behind the entry: on its last line, or on lines of their own. */
  readonly comment?: string;
}

/** A link of a source that is Markdown. */
interface SourceLink {
  /** Markdown, as written. */
  readonly text: string;
  readonly url: string;
}

export interface ImportProblem {
  /** In the input, from 1. */
  readonly line: number;
  /** What was expected and what was found. */
  readonly message: string;
}

type ImportSource = 'calendar' | 'markdown' | 'json';

export interface Imported {
  readonly source: ImportSource;
  readonly events: readonly ImportedEvent[];
  /** Parts of the input that are no events, with the reason. */
  readonly problems: readonly ImportProblem[];
  /** How many events are called off. */
  readonly cancelled: number;
}

/** The days whose events are wanted: recurring ones have others without end. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The input as a whole makes no sense; shown to the author as it is. */
export class ImportError extends Error {
  /** @param line in the input, from 1 */
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/** The draft itself, whatever the input says, is none that events can be added to. */
export class UnfitDraftError extends ImportError {
  constructor(message: string) {
    super(1, message);
  }
}

/** An event that goes on past midnight is one of its first day; a longer one has several days. */
export const ONE_DAY_HOURS = 18;

/** No title, place or name is longer. */
const LONGEST = 500;

/** One line of text: white space collapsed, characters that nobody sees left out, cut where it gets absurd. */
export function oneLine(text: string): string {
  // The joiner stays: it holds emoji together.
  const seen = text.slice(0, 4 * LONGEST).replace(/(?![\s\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Cn}]/gu, '');
  const line = collapsed(seen).trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/\s\S*$/, '')}…` : line;
}

/** A stretch of the input as a message quotes it. */
export function quoted(text: string): string {
  const line = oneLine(text);
  return `“${shortened(line, 100)}”`;
}
