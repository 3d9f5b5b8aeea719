import { join } from 'node:path';
import { cached } from './cache';
import { unpack } from './npm';

/** What VS Code 1.139 was built for. */
const packaged = '24.21.0';

/** Whether this Node has `module.registerHooks`, which VS Code needs since 1.117. */
function isRecent(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 15);
}

/** The Node program that can run this version of VS Code: the one that runs us, or one from npm. */
export async function nodeFor(vscodeMinor: number): Promise<string> {
  if (vscodeMinor < 112 || isRecent()) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = await cached(
    `${name}-${packaged}`,
    `Node ${packaged} from the npm package ${name}, because ${process.versions.node} is too old`,
    (into) => unpack(`${name}@${packaged}`, into, ['--strip-components=1', 'package/bin', 'package/LICENSE']),
  );
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
