import { placeRanges } from '../newsletter/events/placeRanges';
import { hasStates, stateMeant } from '../newsletter/places/places';
import type { Range } from '../text/sourceText';
import { definePieceRule, type Fix } from './rule';

export default definePieceRule({
  id: 'event-state-code',
  in: ['events'],
  summary: 'A state that is not a code of its country',
  why: 'States are written with the codes that people there use: NSW, VIC, QLD, ACT; two letters in the United States and Canada.',
  severity: 'warning',
  fix: 'never',
  tags: ['location'],
  examples: [
    {
      title: 'two letters for Queensland',
      bad: '## Upcoming Events\n\n### Oceania\n* 2026-03-04 | Brisbane, QL, AU | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:26-28: “QL” is not a state code of AU; the code is “QLD”'],
      fixes: ['Write “QLD”', 'Leave the state out'],
      good: '## Upcoming Events\n\n### Oceania\n* 2026-03-04 | Brisbane, QLD, AU | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      for (const { place, states } of placeRanges(piece, event)) {
        const [at] = states;
        if (!at || states.length > 1 || !hasStates(place.country)) continue;
        const found = piece.source.slice(at);
        const text = stateMeant(place.country, found);
        if (found === '' || text === found) continue;
        report({
          at,
          message: `“${found}” is not a state code of ${place.country}${text ? `; the code is “${text}”` : ''}`,
          fixes: [
            ...(text ? [{ title: `Write “${text}”`, preferred: true, edits: () => [{ ...at, text }] }] : []),
            ...withoutState(piece.source.text, at, place.country),
          ],
        });
      }
    }
  },
});

/** Half of the events in Australia are listed without one. */
function withoutState(text: string, { start, end }: Range, country: string | undefined): Fix[] {
  const comma = /,[ \t]*$/.exec(text.slice(0, start))?.[0];
  if (country !== 'AU' || comma === undefined) return [];
  return [{ title: 'Leave the state out', edits: () => [{ start: start - comma.length, end, text: '' }] }];
}
