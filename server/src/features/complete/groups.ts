import type { ArchiveView } from '../../newsletter/archive/view';
import { knownOrganisers, type Organiser, organiserOf } from '../../newsletter/events/organisers';

/** Groups to offer: those that are known, and those that earlier issues name again and again. */
export function groupsToOffer(archive: ArchiveView | undefined): readonly Organiser[] {
  const others = archive?.organisers().flatMap(({ key, names, urls, locations }): Organiser[] => {
    const url = urls[0]!.value;
    if (organiserOf(url, () => key)) return [];
    const [name, location] = [names[0]!.value, locations[0]!.value];
    return [{ url, name, location, country: undefined, nameIsClear: false, countryIsClear: false }];
  });
  return [...knownOrganisers(), ...(others ?? [])];
}
