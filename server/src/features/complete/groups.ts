import type { ArchiveView } from '../../newsletter/archive/view';
import { knownOrganisers, type Organiser, organiserOf } from '../../newsletter/events/organisers';
import { groupKey } from '../../newsletter/links/keys';

/** Issues of a year. */
const RECENT = 52;
/** A conference or a guest is named once; each of its events stands under Virtual too, where it is hybrid. */
const LEAST_ISSUES = 3;

const known = new WeakMap<ArchiveView, readonly Organiser[]>();

/** Groups to offer: those that are known, and those that issues of the last year name again and again. */
export function groupsToOffer(archive: ArchiveView | undefined): readonly Organiser[] {
  if (!archive) return knownOrganisers();
  const found = known.get(archive) ?? [...knownOrganisers(), ...recentGroups(archive)];
  known.set(archive, found);
  return found;
}

function recentGroups({ issues }: ArchiveView): Organiser[] {
  const groups = new Map<string, { readonly latest: Organiser; readonly dates: Set<string> }>();
  for (const { date, events } of issues.slice(0, RECENT))
    for (const { organiser: name, organiserUrl: url, location } of events) {
      const key = groupKey(url);
      const group = groups.get(key) ?? {
        latest: { url, name, location, country: undefined, nameIsClear: false, countryIsClear: false },
        dates: new Set(),
      };
      group.dates.add(date);
      groups.set(key, group);
    }
  return [...groups.values()].flatMap(({ latest, dates }) =>
    dates.size < LEAST_ISSUES || organiserOf(latest.url) ? [] : [latest],
  );
}
