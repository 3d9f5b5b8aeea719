import { decode } from '../newsletter/links/url';
import type { CheckOptions } from '../rules/rule';
import type { Files } from './files';
import { foldersAbove, NEAR } from './textFiles';

/** What tells that somebody adds to the newsletter rather than edits it. */
export interface RoleGuess {
  readonly role: CheckOptions['role'];
  /** `web`: the checkout lies in a browser, as on github.dev; `fork`: it was made from somebody's own copy. */
  readonly why: 'web' | 'fork';
}

const NEWSLETTER = { owner: 'rust-lang', name: 'this-week-in-rust' };

/**
 * Guesses what the author does by where the checkout is from. Reads git's configuration as the file that it is: no
 * program is run.
 *
 * @param editors names and logins of the editors, in lower case
 * @returns undefined where nothing speaks for a contributor
 */
export async function guessRole(
  uri: string,
  files: Files | undefined,
  editors: readonly string[],
): Promise<RoleGuess | undefined> {
  if (/^vscode-vfs:/.test(uri)) return { role: 'contributor', why: 'web' };
  if (!files || !NEAR.test(uri)) return undefined;
  for (const folder of foldersAbove(uri, [])) {
    const text = await gitConfig(folder, files);
    if (text === undefined) continue;
    const { origin, others, user } = readGitConfig(text);
    const known = [origin, ...others].some((remote) => remote?.name === NEWSLETTER.name);
    if (!known || !origin || origin.owner === NEWSLETTER.owner || isEditor(user, editors)) return undefined;
    return { role: 'contributor', why: 'fork' };
  }
  return undefined;
}

/**
 * The text of a repository's configuration. A worktree names the repository that it belongs to, which has to name the
 * worktree: anybody's checkout could name any file.
 */
async function gitConfig(folder: string, files: Files): Promise<string | undefined> {
  const read = (uri: string) => files.read(uri).catch(() => undefined);
  const own = await read(`${folder}/.git/config`);
  if (own !== undefined) return own;
  const [, main, name] =
    /^gitdir: (\/.*\.git)(\/worktrees\/[^/\s]+)\s*$/.exec((await read(`${folder}/.git`)) ?? '') ?? [];
  if (main === undefined) return undefined;
  const repository = `file://${main.split('/').map(encodeURIComponent).join('/')}`;
  const worktree = (await read(`${repository}${name}/gitdir`))?.trim();
  return worktree !== undefined && `file://${worktree}` === decode(`${folder}/.git`)
    ? read(`${repository}/config`)
    : undefined;
}

interface Remote {
  readonly owner: string;
  readonly name: string;
}

interface GitConfig {
  readonly origin: Remote | undefined;
  readonly others: readonly Remote[];
  /** Name and address of whoever commits here, where this very checkout says so. */
  readonly user: readonly string[];
}

/** What the checkout's own configuration says of remotes and user. */
export function readGitConfig(text: string): GitConfig {
  let section = '';
  let origin: Remote | undefined;
  const others: Remote[] = [];
  const user: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const title = /^\s*\[\s*([\w.-]+)(?:\s+"([^"]*)")?\s*\]/.exec(line);
    if (title) section = `${title[1]!.toLowerCase()} ${title[2] ?? ''}`;
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*=\s*"?(.*?)"?\s*$/.exec(line) ?? [];
    if (section === 'user ' && /^(?:name|email)$/i.test(key)) user.push(value);
    if (!section.startsWith('remote ') || key.toLowerCase() !== 'url') continue;
    const [, owner, name] = /[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(value) ?? [];
    if (!owner || !name) continue;
    const remote = { owner: owner.toLowerCase(), name: name.toLowerCase() };
    if (section === 'remote origin') origin ??= remote;
    else others.push(remote);
  }
  return { origin, others, user };
}

/** `123+login@users.noreply.github.com`, `login@example.com`, a name with the login in it. */
function isEditor(user: readonly string[], editors: readonly string[]): boolean {
  const letters = user.map((text) =>
    text
      .toLowerCase()
      .replace(/^\d+\+/, '')
      .replace(/@.*$/, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  return editors.some((editor) => letters.includes(editor.replace(/[^\p{L}\p{N}]/gu, '')));
}
