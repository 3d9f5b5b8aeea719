/** Why a file can't be read or written; the message, with the path, is for the user. */
export class FileError extends Error {
  constructor(
    readonly file: string,
    readonly reason: string,
    /** From 1; absent when it is about the whole file. */
    readonly line?: number,
  ) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${reason}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'exists already',
  EISDIR: 'is a folder',
  ELOOP: 'links go round in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is no folder',
  EPERM: 'not permitted',
  EROFS: 'the disk is read-only',
};

/** What the system refused, about a file. Errors that are about a file already stay as they are. */
export function fileError(file: string, error: unknown): FileError {
  if (error instanceof FileError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new FileError(file, REASONS[code] ?? message);
}
