import type { EventEntry } from '../../newsletter/events/event';
import type { IssuePart } from '../../newsletter/issue/part';
import { isLanguage, LANGUAGES, MARKERS, markerOf } from '../../newsletter/markers/markers';
import { countryMeant, countryOf, hasStates, nameOfState } from '../../newsletter/places/places';
import type { RegionName } from '../../newsletter/places/regions';
import { sectionGuide } from '../../newsletter/sections/guide';
import { plainTitle } from '../../newsletter/sections/titles';
import { inMarkdown } from '../../text/harmless';
import { type Range, touches } from '../../text/sourceText';

/** What a word of the newsletter's own says, with where it stands. */
export interface Explained extends Range {
  readonly markdown: string;
}

/** What belongs under the heading at an offset. */
export function* headings(issue: IssuePart, offset: number): Iterable<Explained> {
  for (const { heading, spec } of issue.sections) {
    if (!spec || !touches(heading, offset)) continue;
    const guide = sectionGuide(spec.key);
    if (guide === undefined) continue;
    const always = spec.required ? ' Every issue has this section.' : '';
    yield {
      start: heading.start,
      end: heading.end,
      markdown: `**${inMarkdown(plainTitle(spec.title))}.** ${guide}.${always}`,
    };
  }
}

const DISPOSITION = /^disposition: (merge|close|postpone|unspecified)$/i;
const DISPOSITIONS: Readonly<Record<string, string>> = {
  merge: 'to be accepted',
  close: 'to be rejected',
  postpone: 'to be put off',
  unspecified: 'not decided',
};

/** What the marker of an item at an offset stands for. */
export function* markers(issue: IssuePart, offset: number): Iterable<Explained> {
  for (const { markers, children } of itemsAt(issue, offset)) {
    for (const { word, start, end } of [...markers, ...children.flatMap((child) => child.markers)]) {
      if (!touches({ start, end }, offset)) continue;
      const meaning = meaningOf(word);
      if (meaning !== undefined) yield { start, end, markdown: meaning };
    }
  }
}

function itemsAt(issue: IssuePart, offset: number): IssuePart['items'] {
  return issue.items.filter((item) => touches(item, offset));
}

function meaningOf(word: string): string | undefined {
  const disposition = DISPOSITION.exec(word.trim())?.[1]?.toLowerCase();
  if (disposition) return `In its final comment period it is ${DISPOSITIONS[disposition]}`;
  const marker = markerOf(word);
  if (marker === undefined) return undefined;
  if (!isLanguage(marker)) return MARKERS.find((known) => known.word === marker)?.meaning;
  const names = marker.split(/ ?[|/] ?/).map((code) => {
    const name = LANGUAGES.find((language) => language.code === code)?.names[0];
    return name === undefined ? code : name.charAt(0).toUpperCase() + name.slice(1);
  });
  return `The page is in ${names.join(' and ')}`;
}

/** Countries and states in the places of events. */
export function* places(issue: IssuePart, offset: number): Iterable<Explained> {
  const event = issue.events.find(({ locationRange }) => touches(locationRange, offset));
  if (!event) return;
  for (const { text, country, states } of event.location?.places ?? []) {
    const at = event.locationRange.start + issue.source.slice(event.locationRange).indexOf(text);
    const part = partAt(text, offset - at);
    if (!part || country === undefined) continue;
    const markdown =
      part.index > 0 && part.index === states.length + 1
        ? countryText(country, event)
        : part.index > 0
          ? stateText(country, part.text)
          : undefined;
    if (markdown !== undefined) yield { start: at + part.start, end: at + part.end, markdown };
  }
}

/** The part between commas that an offset touches. */
function partAt(text: string, offset: number): (Range & { index: number; text: string }) | undefined {
  let start = 0;
  for (const [index, raw] of text.split(',').entries()) {
    const from = start + (raw.length - raw.trimStart().length);
    const part = { start: from, end: from + raw.trim().length };
    if (touches(part, offset)) return { ...part, index, text: raw.trim() };
    start += raw.length + 1;
  }
  return undefined;
}

const REGIONS: Readonly<Record<RegionName, string>> = {
  africa: 'Africa',
  asia: 'Asia',
  europe: 'Europe',
  'north-america': 'North America',
  oceania: 'Oceania',
  'south-america': 'South America',
};

function countryText(written: string, event: EventEntry): string | undefined {
  const country = countryOf(written) ?? countryMeant(written);
  if (!country) return undefined;
  const region = REGIONS[country.region];
  const code = country.code === written ? '' : `, written ${country.code}`;
  const where =
    event.location?.kind === 'virtual'
      ? 'online events are listed under Virtual'
      : `events here are listed under ${region}`;
  return `${country.name}${code}: ${where}`;
}

function stateText(country: string, written: string): string | undefined {
  if (!hasStates(country)) return undefined;
  const state = nameOfState(country, written);
  return state && `${state.name}${state.code === written ? '' : `, written ${state.code}`}`;
}
