import { type Files, parentOf } from './files';

/** File systems in which asking for a file that is not there costs nobody anything. */
export const NEAR = /^(?:file|vscode-remote):/;

/**
 * Single files beside documents, each read once and again when it changes. A file that is not there is known to be
 * missing until it is written.
 */
export class TextFiles {
  private readonly known = new Map<string, { text: string | undefined; readonly loaded: Promise<void> }>();
  private readonly asked = new Set<string>();

  /**
   * @param opened the text of a file that the author has open, saved or not
   * @param changed a file that somebody asked for says something else than before
   * @param unreadable a file is there and can't be read; it counts as missing
   */
  constructor(
    private readonly files: Files | undefined,
    private readonly opened: (uri: string) => string | undefined,
    private readonly changed: (uri: string) => void,
    private readonly unreadable: (uri: string, error: unknown) => void,
  ) {}

  /** The text as far as it is known by now; asking for it starts the reading. */
  peek(uri: string): string | undefined {
    this.asked.add(uri);
    return this.opened(uri) ?? this.entry(uri).text;
  }

  /** Never rejects; undefined for a file that is not there. */
  async read(uri: string): Promise<string | undefined> {
    this.asked.add(uri);
    const open = this.opened(uri);
    if (open !== undefined) return open;
    const entry = this.entry(uri);
    await entry.loaded;
    return entry.text;
  }

  /** A file was written, deleted, or changed in an editor. */
  async update(uri: string): Promise<void> {
    if (!this.asked.has(uri)) return;
    this.known.delete(uri);
    if (this.opened(uri) === undefined) await this.entry(uri).loaded;
    this.changed(uri);
  }

  private entry(uri: string) {
    let entry = this.known.get(uri);
    if (!entry) {
      const text =
        this.files?.read(uri).catch((error: unknown) => {
          this.unreadable(uri, error);
          return undefined;
        }) ?? Promise.resolve(undefined);
      const made: { text: string | undefined; readonly loaded: Promise<void> } = {
        text: undefined,
        loaded: text.then((found) => {
          made.text = found;
        }),
      };
      this.known.set(uri, made);
      entry = made;
    }
    return entry;
  }
}

/**
 * The folders in which a file may lie that holds for a document: its own and those above, as the command line looks
 * for it. Where each look may be a request to a site, not above the workspace.
 */
export function foldersAbove(uri: string, workspaceFolders: readonly string[]): string[] {
  const folders: string[] = [];
  const top = NEAR.test(uri) ? undefined : workspaceFolders.find((folder) => uri.startsWith(`${folder}/`));
  const root = /^[a-z][\w.+-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? '';
  let folder = parentOf(uri);
  while (folder.length >= root.length && uri.includes('/')) {
    folders.push(folder);
    if (folder === top || folder === root || folder === '') break;
    folder = parentOf(folder);
  }
  return folders;
}
