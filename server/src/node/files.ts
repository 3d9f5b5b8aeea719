import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Files } from '../workspace/files';
import { readText } from './readText';

/** The files of this machine. */
export const diskFiles: Files = {
  list: (folder) => readdir(fileURLToPath(folder)).catch(() => []),
  read: async (uri) => {
    const file = fileURLToPath(uri);
    return existsSync(file) ? readText(file) : undefined;
  },
};
