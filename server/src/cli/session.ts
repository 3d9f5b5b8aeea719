import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine, type Document, type Engine, errorText } from '../engine';
import { SourceText } from '../text/sourceText';
import { type InputFile, newsletterFiles, uriOf } from './inputs';
import { InputError, type System } from './system';

/** One run of a command over files: the engine on this machine's files, and whether something went wrong. */
export class Session {
  readonly engine: Engine;
  /** Something could not be read or done; the rest was. */
  failed = false;

  /** @param archive folder of earlier issues, instead of the `content/` beside each file's folder @throws InputError */
  constructor(
    readonly system: System,
    archive?: string,
  ) {
    if (archive !== undefined && system.kindOf(archive) !== 'folder')
      throw new InputError(`--archive ${archive}: no such folder`);
    this.engine = createEngine({
      clock: { today: () => system.terminal.today },
      log: (message) => system.terminal.complain(message),
      files: system.files,
      rulePages: system.rulePages,
      git: system.git,
      archive: archive === undefined ? undefined : uriOf(archive),
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
    this.system.terminal.complain(message);
  }

  /** The newsletter files among paths, each told as progress. @throws InputError when there is none and nothing failed */
  *newsletterFiles(paths: readonly string[]): Generator<InputFile> {
    let seen = 0;
    for (const file of newsletterFiles(this.system, paths, (message) => this.fail(message))) {
      seen += 1;
      this.system.terminal.progress(`${seen} files, now ${file.path}`);
      yield file;
      this.engine.close(file.uri);
    }
    this.system.terminal.progress('');
    if (seen === 0 && !this.failed) throw new InputError(`no newsletter file in ${paths.join(', ')}`);
  }
}

/** A file as a document for the engine. @param text another text than that of the file */
export function documentOf({ uri, text }: InputFile, other = text): Document {
  return { uri, version: 0, text: other };
}

/** A `file:` URI as a path from the current folder. */
export function pathOf(uri: string): string {
  return path.relative('', fileURLToPath(uri));
}
