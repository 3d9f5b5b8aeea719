import { countryToWrite } from '../newsletter/events/meaning';
import { placeRanges } from '../newsletter/events/placeRanges';
import { countryMeant, countryOf, stateMeant } from '../newsletter/places/places';
import { definePieceRule, type Fix } from './rule';

export default definePieceRule({
  id: 'event-country',
  summary: 'The country of an event is not a two-letter code as the house writes it',
  why: 'Countries are ISO 3166 codes, except that the newsletter writes UK; the code decides on the region.',
  severity: 'warning',
  fix: 'sometimes',
  tags: ['location'],
  examples: [
    {
      title: 'the name in full',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, Norway | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:22-28: Expected “NO”, found “Norway”'],
      fixes: ['Write “NO”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'GB',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Leeds, GB | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:23-25: Expected “UK”, found “GB”'],
      fixes: ['Write “UK”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Leeds, UK | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      for (const { place, country: at } of placeRanges(piece, event)) {
        const { country } = place;
        if (!country || countryOf(country) || country.length > 40 || /[+/&()]/.test(country)) continue;
        const text = countryToWrite(country);
        const isState = (['US', 'CA', 'AU'] as const).some((code) => stateMeant(code, country) !== undefined);
        // `Orlando, FL`: the country is missing, which is the matter of event-location.
        if (isState && !countryMeant(country) && place.states.length === 0) continue;
        // `MN US`: a comma is missing, which is the matter of event-location.
        if (text === undefined && / [A-Z]{2}$/.test(country)) continue;
        const meant = text ?? countryMeant(country)?.code;
        const fixes: Fix[] =
          meant === undefined
            ? []
            : [
                {
                  title: `Write “${meant}”`,
                  ...(text === undefined ? {} : { all: true }),
                  edits: () => [{ ...at, text: meant }],
                },
              ];
        const expected = meant === undefined ? 'a country code like NO' : `“${meant}”`;
        report({ at, message: `Expected ${expected}, found “${country}”`, fixes });
      }
    }
  },
});
