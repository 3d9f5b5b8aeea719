import type { Stats } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ChangedFile,
  type Commit,
  type Git,
  GitError,
  type LogSpan,
  type Merge,
  type Repository,
} from '../workspace/git';
import type { GitAnswer, GitCall, Place } from './gitProgram';
import { isInside } from './inside';
import { statsOf } from './regularFile';

/** What runs programs is loaded for the first call: most runs ask git nothing. */
async function callGit(place: Place, call: GitCall): Promise<GitAnswer> {
  const program = await import('./gitProgram');
  return program.callGit(place, call);
}

/** A newsletter has a tenth of a megabyte. */
const TEXT_LIMIT = 16 * 1024 * 1024;

/**
 * Git on this machine.
 *
 * @param bases folders from which the repository of all that is in them is looked for, upwards: the current folder,
 *   the workspace folders. What lies in them has no say, however much a folder of it looks like a repository.
 */
export function nodeGit(bases: readonly string[]): Git {
  const opened = new Map<string, Repository>();
  return {
    repositoryOf: async (uri) => {
      const file = fileURLToPath(uri);
      const base = bases.find((folder) => isInside(folder, file));
      const place = (base === undefined ? undefined : placeAbove(base)) ?? placeAbove(file);
      if (!place) return undefined;
      let repository = opened.get(place.top);
      if (!repository) {
        repository = new GitRepository(place);
        opened.set(place.top, repository);
      }
      return repository;
    },
  };
}

/** Looks for a `.git` in a folder and above it, without asking git. @throws GitError for one that is somebody else's */
function placeAbove(start: string): Place | undefined {
  for (let top = path.resolve(start); ; top = path.dirname(top)) {
    const gitDir = path.join(top, '.git');
    const stats = statsOf(gitDir);
    if (stats && (stats.isDirectory() || stats.isFile())) {
      mustBeOurs(gitDir, stats);
      return { top, gitDir };
    }
    if (path.dirname(top) === top) return undefined;
  }
}

/** Git asks the same, but not about a repository that it is told to use. */
function mustBeOurs(gitDir: string, { uid }: Stats): void {
  const ours = process.getuid?.();
  if (ours !== undefined && uid !== ours && uid !== 0)
    throw new GitError(`${gitDir} belongs to another user and is not used`);
}

/** What a configuration could make a log say besides. */
const LOG_FLAGS = ['--no-notes', '--no-decorate', '--no-color', '--no-show-signature'];

class GitRepository implements Repository {
  readonly root: string;
  private readonly commits = new Map<string, Promise<string>>();
  private knownFilters: Promise<readonly string[]> | undefined;

  constructor(private readonly place: Place) {
    this.root = pathToFileURL(place.top).href.replace(/\/$/, '');
  }

  async mergeBase(revision: string): Promise<string> {
    const commit = await this.commit(revision);
    const { status, output } = await callGit(this.place, { args: ['merge-base', commit, 'HEAD'] });
    if (status !== 0)
      throw new GitError(
        `${revision} and HEAD have no commit in common in ${this.place.top}; a shallow clone lacks it: fetch more of the history`,
      );
    return output.toString('utf8').trim();
  }

  async changedFiles(revision: string): Promise<ChangedFile[]> {
    const commit = await this.commit(revision);
    const filters = await this.filters();
    const flags = [
      '--no-ext-diff',
      '--no-textconv',
      '--ignore-submodules=all',
      '--no-relative',
      '--no-color',
    ];
    const [diff, untracked] = await Promise.all([
      this.ask({
        args: ['diff', '--name-status', '-M', '-z', ...flags, '--end-of-options', commit, '--'],
        filters,
      }),
      this.ask({ args: ['ls-files', '--others', '--exclude-standard', '-z'], filters }),
    ]);
    const added = records(untracked).map((file): ChangedFile => ({ path: file, status: 'added' }));
    return [...readNameStatus(records(diff)), ...added];
  }

  async textsAt(revision: string, paths: readonly string[]): Promise<Map<string, string>> {
    const commit = await this.commit(revision);
    const blobs = await this.blobsAt(commit, paths);
    const texts = new Map<string, string>();
    if (blobs.size === 0) return texts;
    const input = [...blobs.values()].map((id) => `${id}\n`).join('');
    const contents = readBatch(await this.ask({ args: ['cat-file', '--batch'], input }), this.place.top);
    for (const [n, file] of [...blobs.keys()].entries()) {
      const content = contents[n];
      if (content === undefined)
        throw new GitError(
          `${file} at ${revision} is not in this clone of ${this.place.top}: fetch it first`,
        );
      if (content.length > TEXT_LIMIT) throw new GitError(`${file} at ${revision} is too large`);
      texts.set(file, content.toString('utf8'));
    }
    return texts;
  }

  async logFirstParent({ since, until }: LogSpan): Promise<Commit[]> {
    const flags = ['--first-parent', '--no-patch', ...LOG_FLAGS];
    const span = [`--since=${since}`, `--until=${until}`];
    const format = '--format=%H%n%cI%n%s%n%b';
    const log = await this.ask({
      args: ['log', '-z', ...flags, ...span, format, '--end-of-options', 'HEAD', '--'],
    });
    return records(log).map((record) => {
      const [id = '', date = '', subject = '', ...body] = record.split('\n');
      return { id, date, subject, body: body.join('\n').trim() };
    });
  }

  async filesOfMerges({ since, until }: LogSpan): Promise<Merge[]> {
    // Without looking for renames, which would read the contents.
    const flags = ['--merges', '--diff-merges=first-parent', '--name-status', '--no-renames', ...LOG_FLAGS];
    const log = await this.ask({
      args: [
        'log',
        ...flags,
        `--since=${since}`,
        `--until=${until}`,
        '--format=%x00%s',
        '--end-of-options',
        'HEAD',
        '--',
      ],
    });
    return records(log)
      .filter((record) => record !== '')
      .map((record) => {
        const [subject = '', ...lines] = record.split('\n');
        return { subject, files: lines.flatMap(readMergedFile) };
      });
  }

  async remoteUrl(remote = 'origin'): Promise<string | undefined> {
    const { status, output } = await callGit(this.place, {
      args: ['config', '--get', `remote.${remote}.url`],
    });
    const url = output.toString('utf8').trim();
    return status === 0 && url !== '' ? url.replace(/^([a-z][a-z+.-]*:\/\/)[^/@]*@/i, '$1') : undefined;
  }

  /** The full id of a revision, asked once; everything after is called by it. */
  private commit(revision: string): Promise<string> {
    let known = this.commits.get(revision);
    if (!known) {
      known = this.readCommit(revision);
      this.commits.set(revision, known);
    }
    return known;
  }

  private async readCommit(revision: string): Promise<string> {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const { status, output } = await callGit(this.place, { args });
    const id = output.toString('utf8').trim();
    if (status !== 0 || !/^[0-9a-f]{40,64}$/.test(id))
      throw new GitError(`no such revision in the git repository ${this.place.top}: ${revision}`);
    return id;
  }

  private filters(): Promise<readonly string[]> {
    this.knownFilters ??= this.readFilters();
    return this.knownFilters;
  }

  private async readFilters(): Promise<string[]> {
    const args = ['config', '--null', '--name-only', '--get-regexp', '^filter\\.'];
    const { output } = await callGit(this.place, { args });
    const names = records(output).map((key) => key.replace(/^filter\./, '').replace(/\.[^.]*$/, ''));
    return [...new Set(names)];
  }

  /** Ids of the regular files among paths, as a revision has them. */
  private async blobsAt(commit: string, paths: readonly string[]): Promise<Map<string, string>> {
    const wanted = new Set(paths);
    const folders = [...new Set(paths.map((file) => file.slice(0, file.lastIndexOf('/') + 1)))];
    const blobs = new Map<string, string>();
    // The root has no name that could be asked for together with others: it is what git lists when none is given.
    const named = folders.filter((folder) => folder !== '');
    const listings = [...(named.length > 0 ? [named] : []), ...(folders.includes('') ? [[]] : [])];
    for (const listing of listings) {
      const tree = await this.ask({ args: ['ls-tree', '-z', '--full-tree', commit, '--', ...listing] });
      for (const entry of records(tree)) {
        const [, id, file] = /^100[0-7]{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
        if (id !== undefined && file !== undefined && wanted.has(file)) blobs.set(file, id);
      }
    }
    return blobs;
  }

  private async ask(call: GitCall): Promise<Buffer> {
    const { status, output, complaint } = await callGit(this.place, call);
    if (status !== 0) throw new GitError(`git ${call.args[0]} failed in ${this.place.top}: ${complaint}`);
    return output;
  }
}

/** What `-z` and `--null` end with NUL. */
function records(output: Buffer): string[] {
  const text = output.toString('utf8');
  return text === '' ? [] : text.replace(/\0$/, '').split('\0');
}

const STATUSES: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  C: 'copied',
  D: 'deleted',
  M: 'modified',
  R: 'renamed',
};

/** `A` tab path. */
function readMergedFile(line: string): Merge['files'] {
  const [, letter, path] = /^([A-Z])\t(.+)$/.exec(line) ?? [];
  if (path === undefined) return [];
  return [{ path, status: letter === 'A' ? 'added' : letter === 'D' ? 'deleted' : 'modified' }];
}

function readNameStatus(fields: readonly string[]): ChangedFile[] {
  const files: ChangedFile[] = [];
  for (let n = 0; n + 1 < fields.length; ) {
    const letter = fields[n]![0]!;
    // A change of type (a file became a link) or an unmerged file is a changed file to us.
    const status = STATUSES[letter] ?? 'modified';
    if (letter === 'R' || letter === 'C') {
      files.push({ path: fields[n + 2]!, status, from: fields[n + 1]! });
      n += 3;
    } else {
      files.push({ path: fields[n + 1]!, status });
      n += 2;
    }
  }
  return files;
}

/** Contents in the order asked for; undefined for an object that is missing. */
function readBatch(output: Buffer, top: string): (Buffer | undefined)[] {
  const contents: (Buffer | undefined)[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const header = output.toString('utf8', at, end);
    at = end + 1;
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(header) ?? [];
    if (size !== undefined) {
      contents.push(output.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    } else if (/ missing$/.test(header)) {
      contents.push(undefined);
    } else {
      throw new GitError(`git cat-file failed in ${top}`);
    }
  }
  return contents;
}
