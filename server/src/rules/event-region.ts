import { moveEvent, REGION_TITLES } from '../newsletter/events/eventMoves';
import { eventStarting, regionOf, regionsFor, whatOf } from '../newsletter/events/meaning';
import { definePieceRule } from './rule';

/** The first issue whose online events say `Virtual (City, CC)`. */
const VIRTUAL_FORM_SINCE = '2022-07-27';

export default definePieceRule({
  id: 'event-region',
  in: ['events'],
  summary: 'An event is under a region where it does not take place',
  why: 'Readers look under their region; online events are listed under Virtual alone.',
  severity: 'warning',
  fix: 'never',
  tags: ['location'],
  yieldsTo: ['placeholder-blank'],
  examples: [
    {
      title: 'on another continent',
      bad: '## Upcoming Events\n\n### Asia\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n\n### Europe\n',
      found: ['4:3-64: “Talks” (Oslo, NO) belongs under Europe, not under Asia'],
      fixes: ['Move the event to Europe'],
      good: '## Upcoming Events\n\n### Asia\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      const stands = regionOf(event.region);
      const regions = regionsFor(event);
      if (!stands || !regions || regions.includes(stands)) continue;
      // The place alone, without `Virtual (..)`, was how online events were written until then.
      if (stands === 'virtual' && piece.date !== undefined && piece.date < VIRTUAL_FORM_SINCE) continue;
      const expected = regions.map((region) => REGION_TITLES[region]).join(' or ');
      report({
        at: event.head,
        message: `${whatOf(piece, event)} belongs under ${expected}, not under ${REGION_TITLES[stands]}`,
        fixes: (issue, at) =>
          regions.map((region) => ({
            title: `Move the event to ${REGION_TITLES[region]}`,
            ...(regions.length === 1 ? { preferred: true } : {}),
            edits: () => moveEvent(issue, eventStarting(issue, at(event).start), region),
          })),
      });
    }
  },
});
