import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { newDraft } from '../../../server/src/features/draft/newDraft';
import { addDays } from '../../../server/src/newsletter/issue/date';
import { gitIn } from '../twir';

const SAMPLE = fileURLToPath(new URL('../../../docs/sample', import.meta.url));

/** A clone of a small newsletter, in which pull requests are made as GitHub keeps them. */
export class Checkout {
  readonly git: (...words: string[]) => Buffer;

  constructor(readonly folder: string) {
    this.git = gitIn(folder);
    this.git('init', '-qb', 'main');
  }

  /** A file of the sample newsletter that comes with the documentation. */
  static sample(file: string): string {
    return readFileSync(path.join(SAMPLE, file), 'utf8');
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
    writeFileSync(path.join(this.folder, file), text);
  }

  /** Puts lines under a heading, as the first ones there. */
  addUnder(file: string, heading: string, lines: string): void {
    this.replace(file, `${heading}\n`, `${heading}\n${lines}\n`);
  }

  replace(file: string, before: string, after: string): void {
    const text = this.read(file);
    if (!text.includes(before)) throw new Error(`Expected ${JSON.stringify(before)} in ${file}`);
    this.write(
      file,
      text.replace(before, () => after),
    );
  }

  move(from: string, to: string): void {
    mkdirSync(path.dirname(path.join(this.folder, to)), { recursive: true });
    renameSync(path.join(this.folder, from), path.join(this.folder, to));
  }

  remove(file: string): void {
    rmSync(path.join(this.folder, file));
  }

  /** The next draft as the newsletter's creator makes it, from the issue that was just published. */
  newDraft(file: string): void {
    const date = path.basename(file).slice(0, 10);
    const template = this.read('draft/DRAFT_TEMPLATE');
    const previous = this.read(`content/${addDays(date, -7)}-this-week-in-rust.md`);
    this.write(file, newDraft({ date, template, previous, keepPast: true }).text);
  }

  commit(message: string): void {
    this.git('add', '-A');
    this.git('commit', '-qm', message);
  }

  /**
   * Makes a pull request on a branch that starts at a commit of main, and checks out what GitHub would make of both:
   * `refs/pull/N/merge`.
   */
  pullRequest(number: number, from: string, change: (checkout: Checkout) => void): void {
    this.git('checkout', '-q', '-B', 'work', from);
    change(this);
    this.commit(`Pull request ${number}`);
    this.git('update-ref', `refs/pull/${number}/head`, 'HEAD');
    this.git('checkout', '-q', '--detach', 'main');
    this.git('merge', '-q', '--no-ff', '-m', `Merge ${number}`, `refs/pull/${number}/head`);
    this.git('update-ref', `refs/pull/${number}/merge`, 'HEAD');
  }

  /** What GitHub's button does. */
  mergePullRequest(number: number): void {
    this.git('checkout', '-q', 'main');
    this.git('merge', '-q', '--ff-only', `refs/pull/${number}/merge`);
  }
}
