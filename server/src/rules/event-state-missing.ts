import { usualStates } from '../newsletter/events/organisers';
import { placeRanges } from '../newsletter/events/placeRanges';
import { hasStates, stateOfCity } from '../newsletter/places/places';
import { definePieceRule, type Fix } from './rule';

export default definePieceRule({
  id: 'event-state-missing',
  in: ['events'],
  summary: 'A place in the United States, Canada or Australia without its state',
  why: 'City names repeat from state to state; in these countries the newsletter names the state.',
  severity: 'warning',
  fix: 'never',
  tags: ['location'],
  examples: [
    {
      title: 'Portland, but which',
      bad: '## Upcoming Events\n\n### North America\n* 2026-03-04 | Portland, US | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:16-28: The state is missing between city and country: “Portland, US”'],
      fixes: ['Write “Portland, OR, US”'],
      good: '## Upcoming Events\n\n### North America\n* 2026-03-04 | Portland, OR, US | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report, { stage }) {
    for (const event of piece.events) {
      for (const { place, city, whole } of placeRanges(piece, event)) {
        if (!hasStates(place.country) || place.states.length > 0 || place.city === '') continue;
        const code = place.country;
        // Half of the Australian events stand without one.
        if (code === 'AU' && stage !== 'release') continue;
        const fixes: Fix[] = [];
        // `San Francisco, CA`: the country is missing, which is the matter of event-location.
        if (stateOfCity('US', place.city) === code) continue;
        const known = stateOfCity(code, place.city);
        const states = known ? [known] : usualStates(event, place);
        for (const state of states) {
          fixes.push({
            title: `Write “${place.city}, ${state}, ${code}”`,
            preferred: states.length === 1,
            edits: () => [{ start: city.end, end: city.end, text: `, ${state}` }],
          });
        }
        const what = code === 'CA' ? 'province' : 'state';
        report({
          at: whole,
          message: `The ${what} is missing between city and country: “${place.text}”`,
          fixes,
          ...(code === 'AU' ? { severity: 'info' } : {}),
        });
      }
    }
  },
});
