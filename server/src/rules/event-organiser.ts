import type { OrganiserHistory } from '../newsletter/archive/view';
import type { EventEntry } from '../newsletter/events/event';
import { parseLocation } from '../newsletter/events/location';
import { countryToWrite } from '../newsletter/events/meaning';
import { organiserOf } from '../newsletter/events/organisers';
import { placeRanges } from '../newsletter/events/placeRanges';
import type { Piece } from '../newsletter/issue/piece';
import { groupKey } from '../newsletter/links/keys';
import { countryOf, foldText } from '../newsletter/places/places';
import { definePieceRule, type Report } from './rule';

/** From how many entries on in earlier issues a name or spelling is in use. */
const NEW_NAME_USES = 3;
/** From how many entries on a spelling or a country is the usual one. */
const CLEAR_USES = 5;

export default definePieceRule({
  id: 'event-organiser',
  summary: 'A known group under another name, or in a place written otherwise than usual',
  why: 'Groups are easier to find under one name; another country than usual is mostly a slip.',
  severity: 'info',
  fix: 'never',
  tags: ['organiser'],
  examples: [
    {
      title: 'name in another form',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | London, UK | [Rust LDN UG](https://www.meetup.com/rust-london-user-group)\n    * [**Talks**](https://example.com/london/1)\n',
      found: ['4:30-41 hint: Expected the usual name “Rust London User Group”, found “Rust LDN UG”'],
      fixes: ['Write “Rust London User Group”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | London, UK | [Rust London User Group](https://www.meetup.com/rust-london-user-group)\n    * [**Talks**](https://example.com/london/1)\n',
    },
  ],
  check(piece, report, frame) {
    for (const event of piece.events) {
      for (const link of event.organisers) {
        const earlier = frame.archive?.organiser(groupKey(link.url));
        const known = organiserOf(link.url);
        const inUse = earlier?.names.some(
          ({ value, count }) => value === link.text && count >= NEW_NAME_USES,
        );
        const differs = known && link.text.trim() !== '' && foldName(link.text) !== foldName(known.name);
        if (known?.nameIsClear && differs && !inUse) {
          const { start, end } = link.textRange;
          report({
            at: { start, end },
            // Groups do change their names.
            severity: 'hint',
            message: `Expected the usual name “${known.name}”, found “${link.text}”`,
            fixes: [{ title: `Write “${known.name}”`, edits: () => [{ start, end, text: known.name }] }],
          });
        }
        // Conferences move from country to country; those on Meetup are groups.
        const isGroup = groupKey(link.url).startsWith('meetup.com/');
        const history = isGroup ? usualCountry(earlier) : undefined;
        const usual = known?.countryIsClear ? known.country : history;
        if (event.organisers.length > 1) continue;
        const elsewhere = countryReport(piece, event, usual) ?? spellingReport(piece, event, earlier);
        if (elsewhere) report(elsewhere);
      }
    }
  },
});

/** The country of a group that the bundled table does not have, by at least 5 entries, 9 of 10 of them there. */
function usualCountry(history: OrganiserHistory | undefined): string | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { value, count } of history?.locations ?? []) {
    const written = parseLocation(value)?.place?.country;
    if (!written) continue;
    const country = countryToWrite(written) ?? written;
    all += count;
    counts.set(country, (counts.get(country) ?? 0) + count);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && all >= CLEAR_USES && best[1] >= all * 0.9 ? best[0] : undefined;
}

function countryReport(piece: Piece, event: EventEntry, text: string | undefined): Report | undefined {
  const [ranges, ...more] = placeRanges(piece, event);
  if (!ranges || more.length > 0 || !text) return undefined;
  const found = ranges.place.country;
  const meant = found && (countryToWrite(found) ?? found);
  // What is no country at all is the matter of event-location and event-country.
  if (!meant || meant === text || !countryOf(meant)) return undefined;
  return {
    at: ranges.country,
    message: `Expected the usual country of this group, ${text}, found ${found}`,
    fixes: [{ title: `Write “${text}”`, edits: () => [{ ...ranges.country, text }] }],
  };
}

/** A city in other letters than this group's earlier events have it: `Mountain view`. */
function spellingReport(
  piece: Piece,
  event: EventEntry,
  history: OrganiserHistory | undefined,
): Report | undefined {
  const [ranges, ...more] = placeRanges(piece, event);
  if (!ranges || more.length > 0) return undefined;
  const written = ranges.place.city;
  const counts = new Map<string, number>();
  for (const { value, count } of history?.locations ?? []) {
    const city = parseLocation(value)?.place?.city;
    if (city && foldText(city) === foldText(written)) counts.set(city, (counts.get(city) ?? 0) + count);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[0] === written || best[1] < CLEAR_USES) return undefined;
  if ((counts.get(written) ?? 0) >= NEW_NAME_USES) return undefined;
  return {
    at: ranges.city,
    message: `Expected the usual spelling ${best[0]}, found ${written}`,
    fixes: [{ title: `Write “${best[0]}”`, edits: () => [{ ...ranges.city, text: best[0] }] }],
  };
}

/** Names are the same whatever their case, accents, pictures and punctuation. */
function foldName(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}
