import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Files } from '../workspace/files';
import { readText } from './readText';
import { statsOf } from './regularFile';

/** The files of this machine. What is no file of it (`untitled:`, `git:`, `vscode-vfs:`) is not there. */
export const diskFiles: Files = {
  list: async (folder) => {
    const path = pathOf(folder);
    return path === undefined ? [] : readdir(path).catch(() => []);
  },
  read: async (uri) => {
    const path = pathOf(uri);
    return path !== undefined && statsOf(path) ? readText(path) : undefined;
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    // Another scheme, another machine, or a name with an encoded slash.
    return undefined;
  }
}
