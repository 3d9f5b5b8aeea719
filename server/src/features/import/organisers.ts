import type { ArchiveView } from '../../newsletter/archive/view';
import { knownOrganisers, organiserOf } from '../../newsletter/events/organisers';
import { groupKey } from '../../newsletter/links/keys';
import { meetupPage, titleOfGroup } from '../../newsletter/links/meetup';
import { tidyAddress, tidyGroup } from '../../newsletter/links/tidyAddress';
import { parseUrl } from '../../newsletter/links/url';
import { foldText } from '../../newsletter/places/places';
import { groupAddress, groupOfAddress } from './groups';

/** Who invites to an event, in the form that earlier issues use. */
export interface FoundOrganiser {
  readonly name: string;
  readonly url: string;
  /** The location field of most of its events. */
  readonly location: string | undefined;
  /** False where the address is the event's own, because nothing tells the group's. */
  readonly known: boolean;
  /** The name is nothing but the host of the page, because nothing tells the group’s. */
  readonly unnamed: boolean;
}

/** What earlier issues and the bundled table tell about groups. */
export class KnownOrganisers {
  private readonly byName = new Map<string, string>();

  constructor(private readonly archive: ArchiveView | undefined) {
    // The table last: its addresses win over those of single issues.
    for (const { events } of archive?.issues.toReversed() ?? [])
      for (const { organiser, organiserUrl } of events) this.byName.set(foldText(organiser), organiserUrl);
    for (const { name, url } of knownOrganisers()) this.byName.set(foldText(name), url);
  }

  /**
   * @param name what the source calls the group
   * @param url the group's address in the source
   * @param page the event's own page
   */
  find(name: string | undefined, url: string | undefined, page: string): FoundOrganiser | undefined {
    const addresses = [groupOfAddress(page), url === undefined ? undefined : groupAddress(url)].filter(
      (address) => address !== undefined,
    );
    for (const address of addresses) {
      const found = this.byUrl(address);
      if (found) return found;
    }
    // A group of the same name elsewhere is another group.
    const own = addresses[0];
    const namesake = own === undefined && name !== undefined ? this.byName.get(foldText(name)) : undefined;
    const found = namesake === undefined ? undefined : this.byUrl(namesake);
    if (found) return found;
    const named = name ?? nameFromSlug(own ?? page);
    const label = named ?? parseUrl(own ?? page)?.host.replace(/^www\./, '');
    if (label === undefined) return undefined;
    return {
      name: label,
      url: own === undefined ? tidyAddress(page).url : tidyGroup(own),
      location: undefined,
      known: own !== undefined,
      unnamed: named === undefined,
    };
  }

  /** The address of a group that is not known otherwise, as the house links it. */
  addressOf(url: string): string {
    return tidyGroup(groupOfAddress(url) ?? url);
  }

  private byUrl(url: string): FoundOrganiser | undefined {
    const history = this.archive?.organiser(groupKey(url));
    const listed = organiserOf(url);
    const name = listed?.nameIsClear ? listed.name : (history?.names[0]?.value ?? listed?.name);
    if (name === undefined) return undefined;
    const location = history?.locations[0]?.value ?? listed?.location;
    return {
      name,
      url: tidyGroup(history?.urls[0]?.value ?? listed!.url),
      location,
      known: true,
      unnamed: false,
    };
  }
}

/** `https://www.meetup.com/rust-oslo` is `Rust Oslo`. */
function nameFromSlug(url: string): string | undefined {
  const page = meetupPage(parseUrl(url));
  return page && titleOfGroup(page);
}
