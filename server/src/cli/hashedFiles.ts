import type { Files } from '../workspace/files';

/** Files that remember a hash of what was last read of each. */
export class HashedFiles implements Files {
  private readonly hashes = new Map<string, string>();

  constructor(
    private readonly files: Files,
    private readonly hash: (text: string) => string,
  ) {}

  list(folder: string): Promise<readonly string[]> {
    return this.files.list(folder);
  }

  async read(uri: string): Promise<string | undefined> {
    // Missing and unreadable files have none.
    this.hashes.delete(uri);
    const text = await this.files.read(uri);
    if (text !== undefined) this.hashes.set(uri, this.hash(text));
    return text;
  }

  /** A digest of names and contents. Reads the files; what can't be read is a part of it too. */
  async digest(uris: readonly string[]): Promise<string> {
    for (const uri of uris) await this.read(uri).catch(() => undefined);
    return this.lastDigest(uris);
  }

  /** The same of what was last read, by whomever. */
  lastDigest(uris: readonly string[]): string {
    return this.hash(JSON.stringify(uris.map((uri) => [uri, this.hashes.get(uri) ?? null])));
  }
}
