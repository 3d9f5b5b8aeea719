/** What files and the clipboard give: events as their source tells them, before they are events of an issue. */

/** A point in time as a calendar has it: `2026-03-04T19:00:00`, of the venue's clock unless `utc`. */
export interface Moment {
  readonly text: string;
  readonly utc: boolean;
  /** A whole day. */
  readonly allDay: boolean;
}

export interface ImportedEvent {
  /** Where it begins in the input, from 1. */
  readonly line: number;
  readonly start: Moment;
  /** Undefined for an event of one day. All-day events end on their last day, not on the day behind it. */
  readonly end: Moment | undefined;
  /** Time zone to read UTC times in when the place tells none. */
  readonly zone: string | undefined;
  /** Plain text. */
  readonly title: string;
  readonly url: string | undefined;
  /** Where it takes place, in whatever words; empty when nothing is said. */
  readonly address: string;
  readonly kind: 'virtual' | 'hybrid' | 'in-person' | undefined;
  readonly organiser: { readonly name: string | undefined; readonly url: string | undefined };
  /** Markdown of the organisers' and of the title line's links, where the source is Markdown. */
  readonly written?: { readonly organisers: string | undefined; readonly titles: string };
  /** Comments that stand behind the entry: on its last line, or on lines of their own. */
  readonly comment?: string;
}

export interface ImportProblem {
  /** In the input, from 1. */
  readonly line: number;
  /** What was expected and what was found. */
  readonly message: string;
}

export type ImportSource = 'calendar' | 'markdown' | 'json';

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

/** One line of text: white space collapsed, characters that nobody sees left out. */
export function oneLine(text: string): string {
  // The joiner stays: it holds emoji together.
  return text
    .replace(/(?![\s\u200d])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Hosts of calls, maps and forms, whose addresses are not the event's page. */
const NO_PAGE =
  /^https?:\/\/(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|meet\.jit\.si|webex\.com|maps\.google\.\w+|goo\.gl|maps\.app\.goo\.gl|openstreetmap\.org|whereby\.com|discord\.(?:gg|com)|calendar\.google\.com|google\.com\/maps)(?:[/?#]|$)/i;
const CALL =
  /https?:\/\/(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|meet\.jit\.si|webex\.com|whereby\.com|youtube\.com\/live|twitch\.tv)\b/i;

/** The first address in a text that may be the event's page. */
export function pageIn(text: string): string | undefined {
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'()[\]\\]+/g)) {
    const url = match[0].replace(/[.,;:!?]+$/, '');
    if (!NO_PAGE.test(url)) return url;
  }
  return undefined;
}

/** Whether a text has the address of an online meeting. */
export function hasCall(text: string): boolean {
  return CALL.test(text);
}

const ONLINE =
  /^(?:(?:this is an? )?(?:online|virtual)(?: (?:event|meeting|meetup|only))?|zoom|google meet|microsoft teams|jitsi|discord|remote|webinar|youtube|twitch|internet|anywhere|worldwide)\b[^,]*$/i;
const BOTH =
  /\bhybrid\b|\bin[- ]person (?:and|&|\+) (?:online|virtual)\b|\b(?:online|virtual) (?:and|&|\+) in[- ]person\b/i;

/** Where an event takes place by what its fields say; undefined when they say nothing. */
export function kindOf(title: string, address: string, description = ''): ImportedEvent['kind'] {
  if (BOTH.test(title) || BOTH.test(address)) return 'hybrid';
  if (address === '') return hasCall(description) ? 'virtual' : undefined;
  return ONLINE.test(address) || /^https?:\/\/\S+$/.test(address) ? 'virtual' : 'in-person';
}
