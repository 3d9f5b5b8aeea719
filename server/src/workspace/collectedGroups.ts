import { meetupPage } from '../newsletter/links/meetup';
import { parseUrl } from '../newsletter/links/url';
import { checkoutOf, type Files } from './files';

/** The groups of Meetup whose events the newsletter's collector fetches, from the checkout's root on. */
const LIST = 'tools/events/rust-meetups.json';

/** Which groups' events get into the newsletter without anybody submitting them. */
export class CollectedGroups {
  private readonly byRoot = new Map<string, Promise<ReadonlySet<string>>>();
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor(private readonly files: Files | undefined) {}

  /** Resolves once {@link has} knows. Never rejects. */
  async loaded(uri: string): Promise<void> {
    const root = checkoutOf(uri);
    const reading = this.byRoot.get(root) ?? this.read(root);
    this.byRoot.set(root, reading);
    this.known.set(root, await reading);
  }

  /** @param uri of an issue @param url of a group, or of one of its events */
  has(uri: string, url: string): boolean {
    const key = keyOf(url);
    return key !== undefined && (this.known.get(checkoutOf(uri))?.has(key) ?? false);
  }

  private async read(root: string): Promise<ReadonlySet<string>> {
    try {
      const list: unknown = JSON.parse((await this.files?.read(`${root}/${LIST}`)) ?? '[]');
      const urls = Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
      return new Set(urls.flatMap((url) => keyOf(url) ?? []));
    } catch {
      // Without the list nobody is told anything: the submission is as good.
      return new Set();
    }
  }
}

/** The group's name in the address, as Meetup compares them. */
function keyOf(url: string): string | undefined {
  return meetupPage(parseUrl(url))?.group.toLowerCase();
}
