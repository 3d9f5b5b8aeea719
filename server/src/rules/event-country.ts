import { countryToWrite, isSwapped } from '../newsletter/events/meaning';
import { placeRanges } from '../newsletter/events/placeRanges';
import type { Piece } from '../newsletter/issue/piece';
import { countryMeant, countryOf, stateMeant } from '../newsletter/places/places';
import { appendTo } from '../text/lists';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Placed } from './rule';

export default defineIssueRule({
  id: 'event-country',
  in: ['events'],
  summary: 'The country of an event is not the two-letter code that the newsletter uses',
  why: 'Countries are ISO 3166 codes, except that the newsletter writes UK; the code decides on the region.',
  severity: 'warning',
  fix: 'sometimes',
  tags: ['location'],
  yieldsTo: ['placeholder-blank'],
  examples: [
    {
      title: 'the name in full',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, Norway | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:22-28: The newsletter writes “NO” for “Norway”'],
      fixes: ['Write “NO”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'GB',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Leeds, GB | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:23-25 info: The newsletter writes “UK” for “GB”'],
      fixes: ['Write “UK”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Leeds, UK | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  checkPiece(piece, report) {
    for (const { found, text, at } of countries(piece)) {
      if (text !== undefined) continue;
      const meant = countryMeant(found)?.code;
      report({
        at,
        message: messageFor(found, meant),
        fixes:
          meant === undefined ? [] : [{ title: `Write “${meant}”`, edits: () => [{ ...at, text: meant }] }],
      });
    }
  },
  facts: (piece) =>
    countries(piece).flatMap(({ found, text, at }): Written[] =>
      text === undefined ? [] : [{ found, text, at }],
    ),
  check(_, facts: readonly Placed<Written>[], report) {
    const bySpelling = new Map<string, Placed<Written>[]>();
    for (const fact of facts) appendTo(bySpelling, fact.found, fact);
    for (const [found, [first, ...others]] of bySpelling) {
      const { text, at: place } = first!;
      const every = [first!, ...others];
      report({
        at: place,
        // Everybody understands these.
        ...(ABBREVIATION.test(found) ? { severity: 'info' } : {}),
        message: `The newsletter writes “${text}” for “${found}”`,
        related: others.map(({ at }) => ({ at, message: 'Here, too', also: true })),
        fixes: (_issue, at) => [
          {
            title: others.length === 0 ? `Write “${text}”` : `Write “${text}” in all ${every.length} places`,
            all: true,
            ...(others.length > 0 ? { places: every.length } : {}),
            edits: () => every.map((fact) => ({ ...at(fact.at), text })),
          },
        ],
      });
    }
  },
});

/** What to say of a country for which there is no one way to write it. */
function messageFor(found: string, meant: string | undefined): string {
  if (meant !== undefined) return `“${found}” is not a country code; the code is “${meant}”`;
  if (BRAZILIAN_STATES.has(found)) return `“${found}” is a state; the country, “BR”, is missing`;
  return `“${found}” is not a country code`;
}

/** Two letters that are no country's; other states of Brazil share theirs with countries. */
const BRAZILIAN_STATES: ReadonlySet<string> = new Set(['AP', 'DF', 'RJ', 'RN', 'SP']);

const ABBREVIATION = /^[A-Z]{2,3}$/;

/** A country for which there is one way to write it. */
interface Written extends Fact {
  readonly found: string;
  readonly text: string;
}

/** The countries that are written otherwise than as a code, and what to write where that is certain. */
function countries(piece: Piece): { found: string; text: string | undefined; at: Range }[] {
  return piece.events.flatMap((event) =>
    placeRanges(piece, event).flatMap(({ place, country: at }) => {
      const { country } = place;
      if (!country || countryOf(country) || country.length > 40 || /[+/&()]/.test(country)) return [];
      const text = countryToWrite(country);
      const isState = (['US', 'CA', 'AU'] as const).some((code) => stateMeant(code, country) !== undefined);
      // `Orlando, FL`: the country is missing, which is the matter of event-location.
      if (isState && !countryMeant(country) && place.states.length === 0) return [];
      // `MN US`: a comma is missing, which is the matter of event-location.
      if (text === undefined && / [A-Z]{2}$/.test(country)) return [];
      // `NO, Oslo` and `Oslo, NO 🇳🇴`: also a matter of event-location.
      if (isSwapped(place) || /^[A-Z]{2}[^\p{L}\d]+$/u.test(country)) return [];
      return [{ found: country, text, at }];
    }),
  );
}
