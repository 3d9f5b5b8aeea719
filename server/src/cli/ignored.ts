import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { System } from './system';

/** Tells what the `.gitignore` files of a repository leave out. Outside of a repository nothing is. */
export class Ignored {
  private readonly rules = new Map<string, Ignore | undefined>();
  private readonly roots = new Map<string, string | undefined>();

  constructor(private readonly system: System) {}

  /** @param file in a folder that is not left out itself */
  has(file: string, folder: boolean): boolean {
    const full = path.resolve(file);
    const root = this.rootOf(path.dirname(full));
    if (root === undefined) return false;
    let ignored = false;
    // What stands deeper wins.
    for (const holder of foldersBetween(root, path.dirname(full))) {
      const rules = this.rulesOf(holder);
      if (!rules) continue;
      const name = path.relative(holder, full).split(path.sep).join('/');
      const verdict = rules.test(folder ? `${name}/` : name);
      if (verdict.ignored) ignored = true;
      else if (verdict.unignored) ignored = false;
    }
    return ignored;
  }

  private rulesOf(folder: string): Ignore | undefined {
    if (!this.rules.has(folder)) {
      const file = path.join(folder, '.gitignore');
      const there = this.system.kindOf(file) === 'file';
      this.rules.set(folder, there ? ignore().add(this.system.read(file)) : undefined);
    }
    return this.rules.get(folder);
  }

  private rootOf(folder: string): string | undefined {
    if (this.roots.has(folder)) return this.roots.get(folder);
    const above = path.dirname(folder);
    const root =
      this.system.kindOf(path.join(folder, '.git')) !== undefined
        ? folder
        : above === folder
          ? undefined
          : this.rootOf(above);
    this.roots.set(folder, root);
    return root;
  }
}

/** From the outer to the inner one, both included. */
function foldersBetween(outer: string, inner: string): string[] {
  const folders = [inner];
  while (folders[0] !== outer) folders.unshift(path.dirname(folders[0]!));
  return folders;
}
