import type { Range } from '../../text/sourceText';
import { addDays } from '../issue/date';

/**
 * The days that the count of merged pull requests covers, `[first, last]`, as days before the date. Every
 * issue up to 2023-12-13 counts from 9 to 2 days before, every one from 2024-01-10 on from 8 to 1; the issues between
 * (over the holidays) agree on nothing.
 */
const WINDOWS: readonly { readonly until: string; readonly days: readonly [number, number] | undefined }[] = [
  { until: '2023-12-13', days: [9, 2] },
  { until: '2024-01-03', days: undefined },
  { until: '9999-12-31', days: [8, 1] },
];

const QUERY = 'https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged+merged%3A';

/** The range of an issue's query, e.g. `2026-02-17..2026-02-24`. @returns undefined where no rule is known */
export function mergedRange(date: string | undefined): string | undefined {
  if (!date) return undefined;
  const days = WINDOWS.find(({ until }) => date <= until)?.days;
  return days && `${addDays(date, -days[0])}..${addDays(date, -days[1])}`;
}

/** `[merged]: https://github.com/search?q=…` */
export function mergedDefinition(date: string | undefined): string | undefined {
  const range = mergedRange(date);
  return range && `[merged]: ${QUERY}${range}`;
}

/** Where the range stands in the address; undefined for an address without one. */
export function rangeIn(url: string): (Range & { readonly text: string }) | undefined {
  const match = /merged(?:%3A|:)([^&\s]*)/i.exec(url);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  return { start: end - match[1]!.length, end, text: match[1]! };
}

/** What the search is limited to, beside its days. */
const TERMS = ['is:pr', 'org:rust-lang', 'is:merged'];

/** The first limit of the search that the address has lost, e.g. `org:rust-lang`. */
export function missingTerm(url: string): string | undefined {
  const words = new Set(url.replace(/%3A/gi, ':').split(/[?&=+]|%20/));
  return TERMS.find((term) => !words.has(term));
}
