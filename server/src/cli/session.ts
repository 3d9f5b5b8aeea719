import { createEngine, type Engine, errorText, isNewsletterFile, isTooLarge, tooLarge } from '../engine';
import { SourceText } from '../text/sourceText';
import { type InputFile, pathOf, uriOf } from './inputFile';
import { markdownFiles } from './inputs';
import { InputError, type System } from './system';

/** What {@link isNewsletterFile} goes by, for those whose file is none. */
const WHAT_ONE_IS =
  'one is called YYYY-MM-DD-this-week-in-rust.md or DRAFT_TEMPLATE, or its first block says “Category: This Week in Rust”';

export interface FileOptions {
  /** What the text on standard input, operand `-`, is taken for. */
  readonly stdinFilename?: string | undefined;
  /** Other files are not even read. */
  readonly only?: ((uri: string) => boolean) | undefined;
  /** Files that are too large are given too, for a command that says so itself. */
  readonly large?: true;
  /** The operand is one file: neither a folder nor a pattern, which may stand for every issue there is. */
  readonly single?: true;
}

/** One run of a command over files: the engine on this machine's files, and whether something went wrong. */
export class Session {
  readonly engine: Engine;
  /** Something could not be read or done; the rest was. */
  failed = false;
  /** Something was said on the way that belongs to no finding. */
  complained = false;
  private readonly said = new Set<string>();

  /**
   * @param archive folder of earlier issues, instead of the `content/` beside each file's folder
   * @param files those of the machine, or what reads them for us
   * @param nearbyOnly whether each file is compared only with the issues right before it
   * @throws InputError
   */
  constructor(
    readonly system: System,
    archive?: string,
    files = system.files,
    nearbyOnly = false,
  ) {
    if (archive !== undefined && system.kindOf(archive) !== 'folder')
      throw new InputError(`--archive ${archive}: no such folder`);
    this.engine = createEngine({
      once: true,
      clock: { today: () => system.terminal.today },
      log: (message) => this.complain(message),
      files,
      rulePages: system.rulePages,
      words: system.words,
      git: system.git,
      archive: archive === undefined ? undefined : uriOf(archive),
      nearbyOnly,
      ruleFailed: (rule, uri, error) => this.fail(`${pathOf(uri)}: rule ${rule} failed: ${errorText(error)}`),
      misconfigured: (uri, text, problems) => {
        const source = new SourceText(text ?? '');
        for (const { start, message } of problems) {
          const { line, character } = source.positionAt(start);
          this.fail(`${pathOf(uri)}:${line + 1}:${character + 1}: ${message}`);
        }
      },
      unreadable: (uri, error) =>
        this.fail(error instanceof InputError ? error.message : `${pathOf(uri)}: ${errorText(error)}`),
    });
  }

  fail(message: string): void {
    this.failed = true;
    this.complain(message);
  }

  /** Does something to one of several files: what fails is told, and the others follow. @returns whether it was done */
  attempt(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.fail(error.message);
      return false;
    }
  }

  /** Says what a helper had to say; several may have come upon the same. */
  repeat(message: string): void {
    if (!this.said.has(message)) this.complain(message);
  }

  private complain(message: string): void {
    this.complained = true;
    this.said.add(message);
    this.system.terminal.complain(message);
  }

  /**
   * The newsletter files that operands stand for, each told as progress; without any the open drafts of the checkout.
   *
   * @throws InputError when there is none and nothing failed
   */
  async *newsletterFiles(
    operands: readonly string[],
    { stdinFilename, only, large, single }: FileOptions = {},
  ): AsyncGenerator<InputFile> {
    if (single) for (const operand of operands) this.mustBeFile(operand);
    const paths = operands.length > 0 ? operands : await this.openDrafts();
    const failed = (message: string) => this.fail(message);
    let seen = 0;
    for (const file of markdownFiles(this.system, paths, { stdinFilename, failed, only })) {
      if (!isNewsletterFile(file.uri, file.text)) continue;
      seen += 1;
      if (!large && !this.isFit(file)) continue;
      this.system.terminal.progress(`${seen} files, now ${file.path}`);
      yield file;
      this.engine.close(file.uri);
    }
    this.system.terminal.progress('');
    if (seen === 0 && !this.failed && !only)
      throw new InputError(`no newsletter file in ${paths.join(', ')}: ${WHAT_ONE_IS}`);
  }

  /** @throws InputError */
  private mustBeFile(operand: string): void {
    const kind = operand === '-' ? 'file' : this.system.kindOf(operand);
    if (kind === 'folder') throw new InputError(`${operand} is a folder; name one file`);
    if (kind === undefined) throw new InputError(`${operand}: no such file`);
  }

  /** Whether a file is read at all; one that is too large is told of. */
  isFit({ path: file, text }: InputFile): boolean {
    if (isTooLarge(text)) this.fail(`${file}: ${tooLarge(text)}`);
    return !isTooLarge(text);
  }

  /** @throws InputError when there are none */
  async openDrafts(): Promise<string[]> {
    const drafts = await this.engine.openDrafts(uriOf('.'));
    if (!drafts)
      throw new InputError('there is no draft/ of the newsletter here or above; name files or folders');
    if (drafts.length === 0) throw new InputError('there is no open draft in draft/; name files or folders');
    return drafts.map(pathOf);
  }
}
