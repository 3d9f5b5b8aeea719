/** What is asked of a git repository. The answers come from whoever may run programs: a browser has no git at all. */
export interface Git {
  /**
   * The repository that a file or folder lies in; undefined where there is none.
   *
   * @param uri a `file:` URI
   * @throws GitError when there is one that is not to be asked
   */
  repositoryOf(uri: string): Promise<Repository | undefined>;
}

/** Paths are relative to the root, with `/` between folders. Every method throws {@link GitError}. */
export interface Repository {
  /** URI of the top folder, without slash at its end. */
  readonly root: string;
  /** The commit that HEAD and a revision grew apart from, as a full id. */
  mergeBase(revision: string): Promise<string>;
  /** What the working tree has otherwise than a revision: committed, staged, neither, or not even tracked. */
  changedFiles(revision: string): Promise<readonly ChangedFile[]>;
  /** Texts of files as they stood at a revision, by path; without those that it does not have. */
  textsAt(revision: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What HEAD's first parents brought in a span of time, the latest first. */
  logFirstParent(span: LogSpan): Promise<readonly Commit[]>;
  /**
   * What each merge of a span of time changed in the branch that it was made on, merges within merged branches included;
   * the latest first. Reads no contents of files, so that a clone without blobs will do.
   */
  filesOfMerges(span: LogSpan): Promise<readonly Merge[]>;
  /** The address of a remote as configured, without user name and password. */
  remoteUrl(remote?: string): Promise<string | undefined>;
}

export interface ChangedFile {
  readonly path: string;
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed' | 'copied';
  /** Where the file stood before, when it was renamed or copied. */
  readonly from?: string;
}

export interface Merge {
  readonly subject: string;
  /** A renamed file is a deleted and an added one. */
  readonly files: readonly { readonly path: string; readonly status: 'added' | 'deleted' | 'modified' }[];
}

/** Dates as `YYYY-MM-DD` or with time as ISO 8601 writes them. */
export interface LogSpan {
  readonly since: string;
  readonly until: string;
}

export interface Commit {
  readonly id: string;
  /** When it was committed, ISO 8601. */
  readonly date: string;
  readonly subject: string;
  readonly body: string;
}

/** Why git has no answer; the message is for the author. */
export class GitError extends Error {}
