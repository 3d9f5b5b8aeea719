import { digestIssue, type IssueDigest, organiserKey } from '../issue/digest';
import type { ArchiveView, Count, EarlierLink, OrganiserHistory } from './view';

/**
 * Earlier issues, indexed. Files are added and removed one by one; an issue is only ever compared with those
 * earlier than itself ({@link Archive.before}).
 */
export class Archive {
  private readonly digests = new Map<
    string,
    { readonly text: string; readonly digest: IssueDigest | undefined }
  >();
  private readonly views = new Map<string, ArchiveView>();

  /** @param linkKey how links are compared */
  constructor(private readonly linkKey: (url: string) => string) {}

  /** Adds or replaces a file; a text known already costs nothing. */
  add(uri: string, text: string): void {
    if (this.digests.get(uri)?.text === text) return;
    this.digests.set(uri, { text, digest: digestIssue(uri, text) });
    this.views.clear();
  }

  remove(uri: string): void {
    if (this.digests.delete(uri)) this.views.clear();
  }

  get size(): number {
    return this.digests.size;
  }

  /** The issues earlier than `date`. @returns undefined when there is none */
  before(date: string): ArchiveView | undefined {
    const known = this.views.get(date);
    if (known) return known;
    const issues = [...this.digests.values()]
      .flatMap(({ digest }) => (digest && digest.date < date ? [digest] : []))
      .sort((a, b) => (a.date < b.date ? 1 : -1));
    if (issues.length === 0) return undefined;
    const view = new View(issues, this.linkKey);
    this.views.set(date, view);
    // Checking a folder asks for one date after the other; two are enough for editing.
    if (this.views.size > 2) this.views.delete(this.views.keys().next().value!);
    return view;
  }
}

class View implements ArchiveView {
  private links: Map<string, EarlierLink[]> | undefined;
  private organisers: Map<string, OrganiserHistory> | undefined;

  constructor(
    readonly issues: readonly IssueDigest[],
    private readonly linkKey: (url: string) => string,
  ) {}

  earlierLinks(key: string): readonly EarlierLink[] {
    this.links ??= this.indexLinks();
    return this.links.get(key) ?? [];
  }

  organiser(key: string): OrganiserHistory | undefined {
    this.organisers ??= indexOrganisers(this.issues);
    return this.organisers.get(key);
  }

  private indexLinks(): Map<string, EarlierLink[]> {
    const index = new Map<string, EarlierLink[]>();
    for (const [n, { uri, date, links }] of this.issues.entries()) {
      for (const { start, end, title, url } of links) {
        const key = this.linkKey(url);
        const list = index.get(key);
        const link = { uri, date, issuesAgo: n + 1, start, end, title };
        if (list) list.push(link);
        else index.set(key, [link]);
      }
    }
    return index;
  }
}

function indexOrganisers(issues: readonly IssueDigest[]): Map<string, OrganiserHistory> {
  const tallies = new Map<string, { lastSeen: string; names: Tally; urls: Tally; locations: Tally }>();
  for (const issue of issues) {
    for (const event of issue.events) {
      const key = organiserKey(event.organiserUrl);
      let tally = tallies.get(key);
      if (!tally) {
        tally = { lastSeen: issue.date, names: new Tally(), urls: new Tally(), locations: new Tally() };
        tallies.set(key, tally);
      }
      tally.names.add(event.organiser);
      tally.urls.add(event.organiserUrl);
      tally.locations.add(event.location);
    }
  }
  return new Map(
    [...tallies].map(([key, { lastSeen, names, urls, locations }]) => [
      key,
      {
        key,
        uses: names.total,
        lastSeen,
        names: names.sorted(),
        urls: urls.sorted(),
        locations: locations.sorted(),
      },
    ]),
  );
}

/** Counts values; of equal counts the one seen first comes first. */
class Tally {
  total = 0;
  private readonly counts = new Map<string, number>();

  add(value: string): void {
    this.total += 1;
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }

  sorted(): Count[] {
    return [...this.counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  }
}
