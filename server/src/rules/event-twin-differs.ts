import type { EventEntry } from '../newsletter/events/event';
import { entryText } from '../newsletter/events/eventMoves';
import { fixedLocation, isPast, wantsHybridForm } from '../newsletter/events/meaning';
import { findTwins } from '../newsletter/events/twins';
import type { Issue } from '../newsletter/issue/issue';
import { foldText } from '../newsletter/places/places';
import type { Range } from '../text/sourceText';
import { defineRule, type Fix } from './rule';

export default defineRule({
  id: 'event-twin-differs',
  summary: 'The two copies of a hybrid event differ in date, title or place',
  why: 'One of the two was changed and the other forgotten; readers of one of them get the wrong news.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'another title',
      bad: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n\n### Europe\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Hacking**](https://example.com/oslo/1)\n',
      good: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n\n### Europe\n* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check({ issue, report }) {
    for (const { virtual, local } of findTwins(issue).twins) {
      if (isPast(issue, virtual) && isPast(issue, local)) continue;
      const difference = differenceOf(issue, virtual, local);
      if (!difference) continue;
      report({
        at: { start: difference.local.start, end: difference.local.end },
        message: `Expected the same ${difference.what} as under Virtual, “${issue.source.slice(difference.virtual)}”, found “${issue.source.slice(difference.local)}”`,
        related: [
          { start: difference.virtual.start, end: difference.virtual.end, message: 'The copy under Virtual' },
        ],
        fixes: [
          copy(issue, local, virtual, 'Write both as here'),
          copy(issue, virtual, local, 'Write both as under Virtual'),
        ],
      });
    }
  },
});

function differenceOf(
  issue: Issue,
  virtual: EventEntry,
  local: EventEntry,
): { what: string; virtual: Range; local: Range } | undefined {
  if (virtual.dates.first !== local.dates.first || virtual.dates.last !== local.dates.last)
    return { what: 'date', virtual: virtual.dates, local: local.dates };
  if (placeOf(issue, virtual) !== placeOf(issue, local))
    return { what: 'place', virtual: virtual.locationRange, local: local.locationRange };
  const titles = [virtual, local].map((event) => event.title?.links[0]);
  if (titles[0] && titles[1] && titles[0].text.trim() !== titles[1].text.trim())
    return { what: 'title', virtual: titles[0].textRange, local: titles[1].textRange };
  return undefined;
}

/** What has to agree: the text of the field, in earlier eras, where each copy had its own form, the place in it. */
function placeOf(issue: Issue, event: EventEntry): string {
  if (wantsHybridForm(issue))
    return foldText(fixedLocation(issue, issue.source.slice(event.locationRange), event.location));
  const { place } = event.location ?? {};
  return place ? foldText(`${place.city}, ${place.country}`) : '';
}

function copy(issue: Issue, from: EventEntry, to: EventEntry, title: string): Fix {
  return { title, edits: () => [{ start: to.start, end: to.end, text: entryText(issue, from) }] };
}
