import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { cacheFolder } from './cache';

/** A program on the PATH, or nothing. */
export function onPath(name: string): string | undefined {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder && existsSync(path)) return path;
    }
  }
  return undefined;
}

/** Whether a window can be shown here. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A desktop VS Code from its makers, or the reason why there is none. */
export async function downloadDesktop(version: string): Promise<{ path: string } | { reason: string }> {
  try {
    const cachePath = join(cacheFolder(), 'desktop');
    return { path: await downloadAndUnzipVSCode({ version, cachePath, reporter: new SilentReporter() }) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { reason: `VS Code ${version} cannot be downloaded (${code ?? message})` };
  }
}
