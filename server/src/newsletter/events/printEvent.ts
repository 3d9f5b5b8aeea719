import type { SourceText } from '../../text/sourceText';
import type { Link } from '../issue/chunk';
import type { EventEntry } from './event';
import { tidyPlaces } from './location';

/** The event line in the form of the grammar (docs/newsletter.md#grammar), its fields as they are. */
export function printHead(
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
export function printTitle(source: SourceText, links: readonly Link[]): string {
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

/** A title without the asterisks that make it bold, or were meant to. Those in code and for italics stay. */
export function plainTitle(text: string): string {
  const trimmed = text.trim();
  const bold = /^\*\*(\S(?:.*\S)?)\*\*$/.exec(trimmed)?.[1];
  if (bold !== undefined && isBalanced(bold)) return bold;
  return trimmed
    .replace(/`[^`]*`|\*\*/g, (part) => (part === '**' ? '' : part))
    .replace(/^\*+|\*+$/g, '')
    .trim();
}

/** Whether asterisks inside a bold text can be there: none in pairs, single ones only by twos. */
export function isBalanced(bold: string): boolean {
  const bare = bold.replace(/`[^`]*`|\\\*/g, '');
  return !bare.includes('**') && bare.split('*').length % 2 === 1;
}
