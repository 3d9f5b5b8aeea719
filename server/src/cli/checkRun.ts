import { GitError, LEVELS, unknownRule } from '../engine';
import type { CheckOptions } from '../rules/rule';
import { applyEdits } from '../text/edits';
import { SourceText } from '../text/sourceText';
import { didYouMean } from '../text/words';
import type { Change } from '../workspace/changesSince';
import type { Choices } from '../workspace/workspace';
import { Changes } from './changes';
import { UsageError } from './command';
import { documentOf, type InputFile, pathOf, uriOf } from './inputFile';
import { type ReportedFile, reportFile } from './output/report';
import type { PackedFile } from './packedFile';
import type { Results, Slot } from './results';
import type { RunOptions } from './runOptions';
import type { Session } from './session';
import { InputError } from './system';

/** How a file is to be checked, and where its findings may be known from. */
interface Asked {
  readonly options: CheckOptions;
  readonly slot: Slot | undefined;
}

/** Checks files one by one. */
export class CheckRun {
  /** What wins over the configuration. */
  readonly chosen: Choices;
  private readonly changes: Changes;
  /** By URI; undefined when everything counts, whether it changed or not. */
  private since: ReadonlyMap<string, Change> | undefined;

  /**
   * @param results findings of earlier runs, where they may be used
   * @throws UsageError
   */
  constructor(
    private readonly session: Session,
    private readonly flags: RunOptions,
    private readonly results?: Results,
  ) {
    const { stage, role, rule } = flags;
    this.chosen = { ...(stage ? { stage } : {}), ...(role ? { role } : {}), rules: this.readRules(rule) };
    this.changes = new Changes(session.system, flags);
  }

  /** The files to check: with `--since` those that changed. @throws InputError */
  async *inputs(operands: readonly string[]): AsyncGenerator<InputFile> {
    const { since: revision, 'stdin-filename': stdinFilename } = this.flags;
    if (revision === undefined) {
      yield* this.session.newsletterFiles(operands, { stdinFilename, large: true });
      return;
    }
    const changes = await this.changesSince(operands[0] ?? '.', revision);
    this.since = new Map(
      [...this.typed(operands), ...changes].map((change) => [decodeURIComponent(change.uri), change]),
    );
    const paths = operands.length > 0 ? operands : changes.map(({ uri }) => pathOf(uri));
    if (paths.length > 0)
      yield* this.session.newsletterFiles(paths, {
        stdinFilename,
        large: true,
        only: (uri) => this.changeOf(uri) !== undefined,
      });
  }

  /** What standard input changes in a file that nobody has changed on disk; other changes go before. */
  private typed(operands: readonly string[]): Change[] {
    const { system } = this.session;
    const file = this.flags['stdin-filename'];
    if (file === undefined || !operands.includes('-') || system.kindOf(file) !== 'file') return [];
    const uri = uriOf(file);
    return [{ uri, origin: uri, before: system.read(file), published: false }];
  }

  async file(file: PackedFile, asked?: Asked): Promise<ReportedFile> {
    const { options, slot } = asked ?? (await this.asked(file));
    const known = slot?.recall();
    if (known) return { path: file.path, source: () => new SourceText(file.text), diagnostics: known };
    const reported = await this.checked(file, options);
    // What was said besides findings must be said the next time too.
    if (!this.session.complained) slot?.keep(reported.diagnostics);
    return reported;
  }

  async asked(file: PackedFile): Promise<Asked> {
    const options = {
      ...(await this.session.engine.options(file.uri, this.chosen)),
      ...(this.flags.ci ? { ci: 'always' as const } : {}),
    };
    return { options, slot: await this.slot(file, options) };
  }

  /** Where the findings of a file may be known from; nowhere for what is no file or is about to change. */
  private async slot(file: PackedFile, options: CheckOptions): Promise<Slot | undefined> {
    const { engine, system } = this.session;
    if (file.stdin || this.flags.fix || this.flags.since !== undefined) return undefined;
    return this.results?.slot(file, {
      options: { today: system.terminal.today, ...options },
      compared: await engine.comparedWith(file.uri),
      rulePages: system.rulePages,
      withFixes: this.flags.withFixes,
    });
  }

  /** What there is to say about a file, whatever was known. */
  async checked(file: PackedFile, options: CheckOptions): Promise<ReportedFile> {
    const { engine } = this.session;
    await engine.ready(file.uri);
    let document = documentOf(file);
    let changed = false;
    if (this.flags.fix) {
      const fixed = applyEdits(document.text, engine.fixAll(document, options));
      if (this.session.attempt(() => this.changes.apply(file, fixed))) {
        changed = fixed !== document.text;
        document = documentOf(file, fixed);
      }
    }
    const change = this.changeOf(file.uri);
    const findings = change
      ? await engine.checkChange(document, options, change)
      : engine.check(document, options);
    const { source } = engine.issue(document);
    const reported = reportFile(
      file.path,
      source,
      findings,
      engine.rulePage,
      pathOf,
      (uri) => engine.sourceOf(uri),
      this.flags.withFixes,
    );
    return changed ? { ...reported, changed } : reported;
  }

  /** Not everybody escapes the same characters in a URI. */
  private changeOf(uri: string): Change | undefined {
    return this.since?.get(decodeURIComponent(uri));
  }

  /** @param path in the repository */
  private async changesSince(path: string, revision: string): Promise<readonly Change[]> {
    try {
      return await this.session.engine.changesSince(uriOf(path), revision);
    } catch (error) {
      if (error instanceof GitError) throw new InputError(`--since ${revision}: ${error.message}`);
      throw error;
    }
  }

  private readRules(given: readonly string[]): CheckOptions['rules'] {
    const rules: Record<string, CheckOptions['rules'][string]> = {};
    for (const each of given) {
      const [id = '', ...levels] = each.split('=');
      const level = levels.join('=');
      if (!this.session.engine.rule(id)) throw new UsageError(`--rule ${each}: ${unknownRule(id)}`);
      const known = LEVELS.find((one) => one === level);
      if (!known)
        throw new UsageError(
          `--rule ${each}: after “=” is one of ${LEVELS.join(', ')}${didYouMean(level, LEVELS)}`,
        );
      rules[id] = known;
    }
    return rules;
  }
}
