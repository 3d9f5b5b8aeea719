import type { Range } from '../../text/sourceText';
import type { IssuePart } from '../issue/part';
import type { EventEntry } from './event';
import type { Place } from './location';

/** A place of an event line with the ranges of its parts. */
export interface PlaceRanges {
  readonly place: Place;
  readonly whole: Range;
  readonly city: Range;
  readonly states: readonly Range[];
  /** Empty for a place without comma. */
  readonly country: Range;
}

/** The places of an event as they stand in the text. */
export function placeRanges(issue: IssuePart, event: EventEntry): PlaceRanges[] {
  const found: PlaceRanges[] = [];
  const text = issue.source.slice(event.locationRange);
  let from = 0;
  for (const place of event.location?.places ?? []) {
    const index = text.indexOf(place.text, from);
    if (index < 0 || place.text === '') continue;
    from = index + place.text.length;
    const start = event.locationRange.start + index;
    const parts: Range[] = [];
    let at = start;
    for (const part of place.text.split(',')) {
      const blanks = part.length - part.trimStart().length;
      parts.push({ start: at + blanks, end: at + blanks + part.trim().length });
      at += part.length + 1;
    }
    const whole = { start, end: start + place.text.length };
    const hasCountry = parts.length > 1;
    found.push({
      place,
      whole,
      city: parts[0]!,
      states: hasCountry ? parts.slice(1, -1) : [],
      country: hasCountry ? parts.at(-1)! : { start: whole.end, end: whole.end },
    });
  }
  return found;
}
