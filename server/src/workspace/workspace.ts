import type { ArchiveView } from '../newsletter/archive/view';
import type { Issue } from '../newsletter/issue/issue';
import type { CheckOptions } from '../rules/rule';
import type { SourceText } from '../text/sourceText';
import { Archives } from './archives';
import { type Calendars, readCalendars } from './calendars';
import { Checkout, type TextFile } from './checkout';
import { CollectedGroups } from './collectedGroups';
import type { Config } from './config';
import { parentOf } from './files';
import { checkoutAround, openDrafts } from './openDrafts';
import type { WorkspacePorts } from './ports';
import { guessRole, type RoleGuess } from './role';

/** What whoever asks has chosen; it wins over what the checkout says. */
export type Choices = Partial<Pick<CheckOptions, 'stage' | 'role' | 'rules' | 'ignore'>>;

/** What holds for a file; URIs of where it comes from, undefined for what there is not. */
export interface Setup {
  readonly options: CheckOptions;
  readonly config: string | undefined;
  readonly template: string | undefined;
  /** The folder of earlier issues, if it has any. */
  readonly archive: string | undefined;
}

/** What a check compares a document with. */
export interface Compared {
  readonly template: TextFile | undefined;
  /** URIs of all earlier and later issues beside it: of which dates they are only their texts tell. The same array for all. */
  readonly archive: readonly string[];
}

/** The checkout around documents: its configuration, template and earlier issues, the same for every face. */
export class Workspace {
  private readonly archives: Archives;
  private readonly checkout: Checkout;
  private readonly collected: CollectedGroups;

  constructor(private readonly ports: WorkspacePorts) {
    const changed = ports.changed ?? (() => {});
    const { files, archive, nearbyOnly, words, pause } = ports;
    this.archives = new Archives(files, changed, archive, nearbyOnly, words, pause);
    this.checkout = new Checkout(ports, changed);
    this.collected = new CollectedGroups(ports.files);
  }

  /** The nearest configuration in the folder of a document or above it. */
  config(uri: string): Promise<Config> {
    return this.checkout.config(uri);
  }

  /** URIs of the checkouts that the configuration names. */
  async checkouts(uri: string): Promise<string[]> {
    const { checkouts } = await this.checkout.config(uri);
    const file = await this.checkout.configToEdit(uri);
    return file ? checkouts.map((folder) => folderUri(folder, file.uri)) : [];
  }

  /** Where something is added to the configuration; undefined where we could not know what is there already. */
  configToEdit(uri: string): Promise<{ uri: string; text: string | undefined } | undefined> {
    return this.checkout.configToEdit(uri);
  }

  /** The calendars that the nearest configuration lists, and what of them can't be read. */
  async calendars(uri: string): Promise<Calendars> {
    const [config, file] = await Promise.all([this.checkout.config(uri), this.checkout.configToEdit(uri)]);
    const { files } = this.ports;
    if (!files || !file) return { found: [], problems: [] };
    return readCalendars(files, parentOf(file.uri), config.calendars);
  }

  /** The calendars in a folder. */
  async calendarsIn(folder: string): Promise<Calendars> {
    return this.ports.files ? readCalendars(this.ports.files, folder, ['']) : { found: [], problems: [] };
  }

  /** How a document is to be checked. Afterwards {@link template} knows. */
  async options(
    uri: string,
    chosen: Choices = {},
    usualRole: CheckOptions['role'] = 'editor',
  ): Promise<CheckOptions> {
    const [config] = await Promise.all([this.checkout.config(uri), this.checkout.loaded(uri)]);
    return {
      stage: chosen.stage ?? config.stage ?? 'draft',
      role: chosen.role ?? config.role ?? usualRole,
      rules: { ...config.rules, ...chosen.rules },
      ignore: [...config.ignore, ...(chosen.ignore ?? [])],
      words: config.words,
    };
  }

  /** What whoever works in the checkout around a document probably does. @param editors names and logins, in lower case */
  async guessRole(uri: string, editors: readonly string[]): Promise<RoleGuess | undefined> {
    const { role } = await this.checkout.config(uri);
    return role === undefined ? guessRole(uri, this.ports.files, editors) : undefined;
  }

  /** What a document is compared with. Earlier issues are not read for this. */
  async comparedWith(uri: string): Promise<Compared> {
    const [archive] = await Promise.all([this.archives.listed(uri), this.checkout.loaded(uri)]);
    return { template: this.template(uri), archive };
  }

  /** What holds for a file, and where it comes from. */
  async setup(uri: string, chosen?: Choices): Promise<Setup> {
    const [options, config] = await Promise.all([this.options(uri, chosen), this.checkout.configFile(uri)]);
    await this.archives.loaded(uri);
    return {
      options,
      config: config?.uri,
      template: this.template(uri)?.uri,
      archive: this.archives.folderFor(uri),
    };
  }

  /** The drafts that are being written in the checkout around a folder; undefined where there is none. */
  async openDrafts(folder: string): Promise<string[] | undefined> {
    return this.ports.files && openDrafts(this.ports.files, folder);
  }

  /** The checkout around a folder; undefined where there is none. */
  async checkoutAround(folder: string): Promise<string | undefined> {
    return this.ports.files && checkoutAround(this.ports.files, folder);
  }

  /** The template that a document was made from, as far as it has been read. */
  template(uri: string): TextFile | undefined {
    return this.checkout.template(uri);
  }

  /** What has been read of the issues before one; the same value as long as nothing changed. */
  archive(issue: Issue): ArchiveView | undefined {
    return this.archives.viewFor(issue);
  }

  /** Resolves once configuration, template and earlier issues of a document have been read. Never rejects. */
  async loaded(uri: string): Promise<void> {
    await Promise.all([
      this.checkout.config(uri),
      this.checkout.loaded(uri),
      this.archives.loaded(uri),
      this.collected.loaded(uri),
    ]);
  }

  /** Whether the events of a group get into an issue anyway. @param url of the group, or of one of its events */
  isCollected(uri: string, url: string): boolean {
    return this.collected.has(uri, url);
  }

  /** The text of an earlier issue. */
  sourceOf(uri: string): SourceText | undefined {
    return this.archives.sourceOf(uri);
  }

  /** The latest of the earlier issues that have been read, the latest first. */
  recent(count: number): TextFile[] {
    return this.archives.recent(count);
  }

  /** Names of the files in a folder; none when there is no such folder or it can't be read. */
  async list(folder: string): Promise<readonly string[]> {
    return (await this.ports.files?.list(folder).catch(() => [])) ?? [];
  }

  /** The text of a file as the author sees it. @returns undefined when there is none @throws when it can't be read */
  async read(uri: string): Promise<string | undefined> {
    return this.ports.opened?.(uri) ?? (await this.ports.files?.read(uri));
  }

  /** A file was written or deleted, or (a configuration) changed in an editor. */
  update(uri: string, deleted = false): void {
    void this.archives.update(uri, deleted);
    this.checkout.update(uri);
  }

  dispose(): void {
    this.archives.dispose();
  }
}

/** A folder as a configuration names it. @param file URI of the configuration */
function folderUri(folder: string, file: string): string {
  const drive = /^[A-Za-z]:[\\/]/.test(folder);
  const path = folder.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return new URL(drive ? `file:///${path}` : path, file).href.replace(/\/+$/, '');
}
