import type { Files } from '../workspace/files';
import type { Kept } from './system';

/** Files that remember a hash of what was last read of each. */
export class HashedFiles implements Files {
  private readonly hashes = new Map<string, string>();

  constructor(
    private readonly files: Files,
    private readonly kept: Pick<Kept, 'hash' | 'hashOf'>,
  ) {}

  list(folder: string): Promise<readonly string[]> {
    return this.files.list(folder);
  }

  async read(uri: string): Promise<string | undefined> {
    // Missing and unreadable files have none.
    this.hashes.delete(uri);
    const text = await this.files.read(uri);
    if (text !== undefined) this.hashes.set(uri, this.kept.hash(text));
    return text;
  }

  /** Learns the hash of a file that somebody else has read, which then is not read to tell it. */
  took(uri: string, hash: string): void {
    if (!this.hashes.has(uri)) this.hashes.set(uri, hash);
  }

  /**
   * A digest of names and contents of files of this machine, as they were last read, else as they are now; what can't be
   * read is a part of it too.
   */
  digest(uris: readonly string[]): string {
    for (const uri of uris) {
      if (this.hashes.has(uri)) continue;
      const hash = this.kept.hashOf(uri);
      if (hash !== undefined) this.hashes.set(uri, hash);
    }
    return this.lastDigest(uris);
  }

  /** The same of what was last read, by whomever. */
  lastDigest(uris: readonly string[]): string {
    return this.kept.hash(JSON.stringify(uris.map((uri) => [uri, this.hashes.get(uri) ?? null])));
  }
}
