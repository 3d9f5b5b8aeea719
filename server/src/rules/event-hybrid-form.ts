import { printLocation } from '../newsletter/events/location';
import { wantsHybridForm } from '../newsletter/events/meaning';
import { definePieceRule } from './rule';

/** What was written instead of a place, or has more around it. */
const NO_PLACE = /^(?:in[- ]?person|on[- ]?site)$|^[^\p{L}]/iu;

export default definePieceRule({
  id: 'event-hybrid-form',
  in: ['events'],
  summary: 'A hybrid event in an older spelling than `Hybrid (City, CC)`',
  why: 'One spelling for all keeps the lists sorted; since 2025 it is `Hybrid (City, CC)`.',
  severity: 'warning',
  fix: 'always',
  tags: ['location'],
  examples: [
    {
      title: 'in words',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Virtual and In-Person (Oslo, NO) | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:16-48: Hybrid events are written “Hybrid (Oslo, NO)”'],
      fixes: ['Write “Hybrid (Oslo, NO)”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'after the place',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO + Virtual | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['4:16-34: Hybrid events are written “Hybrid (Oslo, NO)”'],
      fixes: ['Write “Hybrid (Oslo, NO)”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Group](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    if (!wantsHybridForm(piece)) return;
    for (const { location, locationRange } of piece.events) {
      if (!location?.oldHybrid || !location.place || NO_PLACE.test(location.place.text)) continue;
      const text = printLocation('hybrid', location.places.map((place) => place.text).join('; '));
      report({
        at: locationRange,
        message: `Hybrid events are written “${text}”`,
        fixes: [{ title: `Write “${text}”`, all: true, edits: () => [{ ...locationRange, text }] }],
      });
    }
  },
});
