import { hasPostalCode } from '../newsletter/events/location';
import { placeRanges } from '../newsletter/events/placeRanges';
import { countryOf, dropsStates } from '../newsletter/places/places';
import { definePieceRule } from './rule';

export default definePieceRule({
  id: 'event-state-extra',
  in: ['events'],
  summary: 'A state in a place outside the United States, Canada and Australia',
  why: 'Elsewhere the city and the country are enough; nearly all events are listed that way.',
  severity: 'info',
  fix: 'never',
  tags: ['location'],
  examples: [
    {
      title: 'a German state',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Leipzig, SN, DE | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:25-27: “SN” is not needed between city and country'],
      fixes: ['Write “Leipzig, DE”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Leipzig, DE | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      for (const { place, states } of placeRanges(piece, event)) {
        const [state] = states;
        if (!state || states.length > 1 || state.start === state.end) continue;
        if (hasPostalCode(place)) continue;
        if (!place.country || !countryOf(place.country) || !dropsStates(place.country)) continue;
        report({
          at: state,
          message: `“${piece.source.slice(state)}” is not needed between city and country`,
          fixes: [
            {
              title: `Write “${place.city}, ${place.country}”`,
              preferred: true,
              // With the comma and the blank in front of it.
              edits: () => [{ start: beforeComma(piece.source.text, state.start), end: state.end, text: '' }],
            },
          ],
        });
      }
    }
  },
});

function beforeComma(text: string, at: number): number {
  return text.lastIndexOf(',', at);
}
