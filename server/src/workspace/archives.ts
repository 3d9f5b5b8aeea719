import { Archive } from '../newsletter/archive/archive';
import type { ArchiveView } from '../newsletter/archive/view';
import type { Issue } from '../newsletter/issue/issue';
import { linkKey } from '../newsletter/links/keys';
import { type Dictionary, readDictionary } from '../newsletter/words/dictionary';
import { fileDate } from '../protocol/newsletterFile';
import { copyOf } from '../text/copy';
import { isTooLarge } from '../text/size';
import { SourceText } from '../text/sourceText';
import { type Files, parentOf } from './files';

/**
 * As far back as a repeated link is wrong and not only worth a hint (docs/newsletter.md#one-address-twice), and some.
 */
const RECENT = 30;
/** Of how many of the latest issues the text is kept, for what people still remember. */
const REMEMBERED = 8;
/** File systems in which reading hundreds of files costs nobody anything; elsewhere each may be a request to a site. */
const NEAR = /^(?:file|vscode-remote):/;
/** Of how many issues the words are counted: a few years are enough to know what is usual. */
const WORDS = 200;
/** How many dates' views are kept, with what they have counted: of more issues than anybody has open. */
const VIEWS = 16;
/** How many files are asked for at a time. */
const BATCH = 16;

interface Shelf {
  archive: Archive;
  /** Where the lines of each file start: all that pointing into it takes. Hundreds of texts would be 20 MB. */
  readonly sources: Map<string, SourceText>;
  readonly views: Map<string, ArchiveView | undefined>;
  readonly loaded: Promise<void>;
}

/**
 * The earlier issues beside each document: those of `content/` next to its folder, as the command line has them.
 * Read in the background once a document needs them, the latest first.
 */
export class Archives {
  private readonly shelves = new Map<string, Shelf>();
  private readonly listings = new Map<string, Promise<readonly string[]>>();
  private disposed = false;
  private read: Promise<Dictionary | undefined> | undefined;

  /**
   * @param changed there is more (or less) to compare with than before
   * @param given the folder of earlier issues for all documents, wherever they are
   * @param nearby whether only the latest issues before each document are read, and nothing in the background
   * @param words URI of the dictionary; without it nothing is told of words
   * @param pause lets others go on, between steps of some milliseconds
   */
  constructor(
    private readonly files: Files | undefined,
    private readonly changed: () => void,
    private readonly given?: string,
    private readonly nearby = false,
    private readonly words?: string,
    private readonly pause?: () => Promise<void>,
  ) {}

  /** What has been read so far. Asking for it starts the reading. The same value as long as nothing changed. */
  viewFor = ({ uri, date }: Issue): ArchiveView | undefined => {
    const shelf = this.shelf(uri);
    if (!shelf || date === undefined) return undefined;
    if (!shelf.views.has(date)) {
      shelf.views.set(date, shelf.archive.before(date));
      if (shelf.views.size > VIEWS) shelf.views.delete(shelf.views.keys().next().value!);
    }
    return shelf.views.get(date);
  };

  /** URIs of the issues that are read for a document, the latest first; asking for them reads none. */
  async listed(uri: string): Promise<readonly string[]> {
    const folder = this.folderOf(uri);
    return folder === undefined ? [] : this.listing(folder);
  }

  /** Resolves once all that is beside the document has been read. Never rejects. */
  async loaded(uri: string): Promise<void> {
    const shelf = this.shelf(uri);
    await shelf?.loaded;
    if (shelf && this.nearby) await this.loadNearby(shelf, uri);
  }

  /** The folder of the earlier issues beside a document; undefined when none have been read from it. */
  folderFor(uri: string): string | undefined {
    const folder = this.given ?? `${parentOf(parentOf(uri))}/content`;
    return (this.shelves.get(folder)?.archive.size ?? 0) > 0 ? folder : undefined;
  }

  /** The lines of an earlier issue; its text only of the latest ones. */
  sourceOf(uri: string): SourceText | undefined {
    return this.shelves.get(parentOf(uri))?.sources.get(uri);
  }

  /** The latest of the earlier issues that have been read, the latest first. */
  recent(count: number): { uri: string; text: string }[] {
    const all = [...this.shelves.values()].flatMap(({ sources }) => [...sources]);
    return all
      .flatMap(([uri, { text }]) => (text === '' ? [] : [{ uri, text }]))
      .sort((a, b) => (a.uri.slice(a.uri.lastIndexOf('/')) < b.uri.slice(b.uri.lastIndexOf('/')) ? 1 : -1))
      .slice(0, count);
  }

  /** A file was written or deleted. */
  async update(uri: string, deleted: boolean): Promise<void> {
    const shelf = this.shelves.get(parentOf(uri));
    if (!shelf || !this.files || fileDate(uri) === undefined) return;
    await shelf.loaded;
    const read = deleted ? undefined : await this.files.read(uri).catch(() => undefined);
    const text = read === undefined || isTooLarge(read) ? undefined : read;
    if (text === undefined) {
      shelf.archive.remove(uri);
      shelf.sources.delete(uri);
    } else {
      shelf.archive.add(uri, text);
      shelf.archive.addWords(uri, text);
      shelf.sources.set(uri, new SourceText(copyOf(text)));
    }
    this.publish(shelf);
  }

  dispose(): void {
    this.disposed = true;
  }

  private shelf(uri: string): Shelf | undefined {
    const folder = this.folderOf(uri);
    if (folder === undefined) return undefined;
    const known = this.shelves.get(folder);
    if (known) return known;
    const shelf: Shelf = {
      archive: new Archive(linkKey),
      sources: new Map(),
      views: new Map(),
      // Not at once: whoever asked goes first.
      loaded: Promise.resolve().then(() => this.load(folder)),
    };
    this.shelves.set(folder, shelf);
    return shelf;
  }

  /** The issues right before a document that have not been read for another one. */
  private async loadNearby(shelf: Shelf, uri: string): Promise<void> {
    const date = fileDate(uri);
    const uris = (await this.listing(this.folderOf(uri)!))
      .filter((earlier) => date === undefined || fileDate(earlier)! < date)
      .slice(0, RECENT)
      .filter((earlier) => !shelf.sources.has(earlier));
    const texts = await Promise.all(uris.map((earlier) => this.files!.read(earlier).catch(() => undefined)));
    for (const [n, earlier] of uris.entries()) {
      const text = texts[n];
      if (text === undefined || isTooLarge(text)) continue;
      shelf.archive.add(earlier, text);
      shelf.sources.set(earlier, new SourceText(copyOf(text)));
    }
    if (uris.length > 0) this.publish(shelf);
  }

  private async load(folder: string): Promise<void> {
    if (this.nearby) return;
    await this.pause?.();
    const shelf = this.shelves.get(folder)!;
    const uris = await this.listing(folder);
    // Into an archive of its own: adding to the one in use would make every check in between index it anew.
    const archive = new Archive(linkKey);
    for (let at = 0; at < uris.length && !this.disposed; at += BATCH) {
      const batch = uris.slice(at, at + BATCH);
      const texts = await Promise.all(batch.map((uri) => this.files!.read(uri).catch(() => undefined)));
      for (const [n, uri] of batch.entries()) {
        const text = texts[n];
        if (text === undefined || isTooLarge(text)) continue;
        archive.add(uri, text, at < RECENT);
        shelf.sources.set(uri, at + n < REMEMBERED ? new SourceText(copyOf(text)) : linesOf(text));
        if (at < RECENT) shelf.archive.take(uri, archive);
        await this.pause?.();
        if (this.words === undefined || at >= WORDS) continue;
        archive.addWords(uri, text);
        await this.pause?.();
      }
      if (at < RECENT && at + BATCH >= RECENT) this.publish(shelf);
    }
    for (const steps = archive.prepare(); !steps.next().done; ) await this.pause?.();
    const dictionary = uris.length > 0 ? await this.dictionary() : undefined;
    if (dictionary) archive.setDictionary(dictionary);
    shelf.archive = archive;
    if (uris.length > 0) this.publish(shelf);
  }

  /** Read once, after all that a document is compared with: nobody waits for it. */
  private async dictionary(): Promise<Dictionary | undefined> {
    if (this.words === undefined || this.disposed) return undefined;
    const { words } = this;
    this.read ??= this.files!.read(words).then(
      (text) => (text === undefined ? undefined : readDictionary(text)),
      () => undefined,
    );
    return this.read;
  }

  private folderOf(uri: string): string | undefined {
    if (!this.files || !uri.includes('/')) return undefined;
    return this.given ?? `${parentOf(parentOf(uri))}/content`;
  }

  /** Each folder is listed once; afterwards {@link update} tells what changes. */
  private listing(folder: string): Promise<readonly string[]> {
    let listing = this.listings.get(folder);
    if (!listing) {
      listing = this.list(folder);
      this.listings.set(folder, listing);
    }
    return listing;
  }

  private async list(folder: string): Promise<readonly string[]> {
    const names = await this.files!.list(folder).catch((): string[] => []);
    return names
      .filter((name) => fileDate(name) !== undefined)
      .sort()
      .reverse()
      .slice(0, NEAR.test(folder) ? undefined : RECENT)
      .map((name) => `${folder}/${name}`);
  }

  private publish(shelf: Shelf): void {
    shelf.views.clear();
    if (!this.disposed) this.changed();
  }
}

/** A text of which only its lines are kept. */
function linesOf(text: string): SourceText {
  const { lineStarts, eol } = new SourceText(text);
  return new SourceText('', { lineStarts, eol });
}
