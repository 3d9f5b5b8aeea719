import { parseLocation } from '../../newsletter/events/location';
import { type EventRegion, regionOf, regionOfPlace } from '../../newsletter/events/meaning';
import { knownOrganisers } from '../../newsletter/events/organisers';
import type { Issue } from '../../newsletter/issue/issue';
import type { Completion } from './completion';

/** `* 2026-03-04 | ` with the cursor in the second field. */
const IN_LOCATION =
  /^[ \t]*\*[ \t]+\d{4}-\d{2}-\d{2}(?:[ \t]+-[ \t]+\d{4}-\d{2}-\d{2})?[ \t]*\|[ \t]*([^|[]*)$/;

/** The forms of the location field, and the places from which groups send in events. */
export function completeLocations(issue: Issue, offset: number): Completion[] {
  const line = issue.source.lineAt(offset);
  const match = IN_LOCATION.exec(issue.source.text.slice(line.start, offset));
  if (!match) return [];
  const rest = /^[^|[]*/.exec(issue.source.text.slice(offset, line.end))![0].trimEnd();
  const edit = { start: offset - match[1]!.length, end: offset + rest.length };
  const region = regionOf(issue.sectionAt(offset));
  const online = region === 'virtual';
  const forms: [label: string, text: string, detail: string, order: number][] = [
    ['City, CC', `\${1:City}, \${2:CC}`, 'In person', online ? 4 : 1],
    ['Hybrid (City, CC)', `Hybrid (\${1:City}, \${2:CC})`, 'Online and in person', 2],
    [
      'Virtual (City, CC)',
      `Virtual (\${1:City}, \${2:CC})`,
      'Online, of a group with a home town',
      online ? 1 : 3,
    ],
    ['Virtual', 'Virtual', 'Online, without a home town', online ? 3 : 4],
  ];
  return [
    ...forms.map(
      ([label, text, detail, order]): Completion => ({
        label,
        detail,
        kind: 'place',
        edit: { ...edit, text },
        snippet: text !== label,
        sortText: `0${order}`,
      }),
    ),
    ...knownPlaces(region, /^h/i.test(match[1]!)).map(
      (label): Completion => ({
        label,
        kind: 'place',
        edit: { ...edit, text: label },
        snippet: false,
        sortText: `1${label}`,
      }),
    ),
  ];
}

/**
 * Location fields that fit a region, each once: under Virtual the online form of every town.
 *
 * @param hybrid whether the author has begun to write that the event is hybrid
 */
function knownPlaces(region: EventRegion | undefined, hybrid: boolean): string[] {
  const found = new Set<string>();
  for (const { location } of knownOrganisers()) {
    const place = parseLocation(location)?.place;
    if (!place) continue;
    if (region === 'virtual') found.add(`${hybrid ? 'Hybrid' : 'Virtual'} (${place.text})`);
    else if (region === undefined || regionOfPlace(place) === region)
      found.add(hybrid ? `Hybrid (${place.text})` : place.text);
  }
  return [...found].sort();
}
