import { fileDate } from '../protocol/newsletterFile';
import { lineEdits } from '../text/lineEdits';
import { SourceText } from '../text/sourceText';
import { type ChangedFile, type Git, GitError } from './git';

/** A file that is otherwise than it was at a revision. */
export interface Change {
  readonly uri: string;
  /** The text that it was made from; undefined for a new file. */
  readonly before: string | undefined;
  /** Where that text was. */
  readonly origin: string;
  /** An issue that moved from `draft/` to `content/`. */
  readonly published: boolean;
}

/** What a checkout has otherwise than the commit that it and a revision grew apart from. */
export interface ChangesSince {
  /** Deleted files are left out. */
  readonly changes: readonly Change[];
}

/**
 * @param folder URI of a folder in the repository
 * @throws GitError when there is no repository, no such revision, or no answer
 */
export async function changesSince(git: Git, folder: string, revision: string): Promise<ChangesSince> {
  const repository = await git.repositoryOf(folder);
  if (!repository) throw new GitError('there is no git repository here');
  const base = await repository.mergeBase(revision);
  const files = paired(await repository.changedFiles(base));
  const there = files.filter(({ status, path }) => status !== 'deleted' && isMarkdown(path));
  const origins = there.flatMap(({ path, from, status }) => from ?? (status === 'added' ? [] : [path]));
  const texts = await repository.textsAt(base, [...new Set(origins)]);
  return {
    changes: there.map(({ path, from }) => ({
      uri: uriIn(repository.root, path),
      origin: uriIn(repository.root, from ?? path),
      before: texts.get(from ?? path),
      published:
        from !== undefined && /(?:^|\/)draft\/[^/]*$/.test(from) && /(?:^|\/)content\/[^/]*$/.test(path),
    })),
  };
}

/** An issue that was rewritten while it moved looks deleted and added to git; its name tells. */
function paired(files: readonly ChangedFile[]): ChangedFile[] {
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const gone = new Map(
    files
      .filter(({ status, path }) => status === 'deleted' && fileDate(path) !== undefined)
      .map(({ path }) => [nameOf(path), path]),
  );
  return files.map((file) => {
    const from = file.status === 'added' ? gone.get(nameOf(file.path)) : undefined;
    return from === undefined ? file : { ...file, status: 'renamed', from };
  });
}

function uriIn(root: string, path: string): string {
  return `${root}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$|(?:^|\/)DRAFT_TEMPLATE$/i.test(path);
}

/** Numbers (from 0) of the lines of a text that another did not have, or had elsewhere. */
export function changedLines(before: string, after: string): ReadonlySet<number> {
  const source = new SourceText(after);
  const changed = new Set<number>();
  let shift = 0;
  for (const { start, end, text } of lineEdits(before, after)) {
    const from = start + shift;
    shift += text.length - (end - start);
    const last = text.length === 0 ? -1 : source.lineNumberAt(from + text.length - 1);
    for (let line = source.lineNumberAt(from); line <= last; line += 1) changed.add(line);
  }
  return changed;
}
