import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileSource } from '../workspace/archives';

/** The server's own disk, for clients that hand out no files. */
export const diskFiles: FileSource = {
  list: (folder) => readdir(fileURLToPath(folder)),
  read: (uri) => readFile(fileURLToPath(uri), 'utf8'),
};
