import { printed } from '../text/harmless';
import { unifiedDiff } from '../text/unifiedDiff';
import type { InputFile } from './inputFile';
import type { System } from './system';

/** For commands that change files. */
export const CHANGE_OPTIONS = {
  diff: { help: 'Show what would change as a unified diff, and change nothing' },
  'dry-run': { help: 'Tell what would be done, and change nothing' },
  'stdin-filename': { value: 'FILE', help: 'What the text on standard input (operand -) is taken for' },
} as const;

/** What becomes of changed texts: files are written, or what would change is shown. */
export class Changes {
  private readonly show: boolean;
  private readonly write: boolean;

  constructor(
    private readonly system: System,
    options: { readonly diff?: true | undefined; readonly 'dry-run'?: true | undefined },
  ) {
    this.show = options.diff === true;
    this.write = !options.diff && !options['dry-run'];
  }

  /** Takes the text that a file is to have. @throws InputError when it can't be written */
  apply(file: InputFile, text: string): void {
    const { terminal } = this.system;
    if (this.show) terminal.write(printed(unifiedDiff(file.path, file.text, text)));
    else if (file.stdin) terminal.document(text);
    else if (this.write && text !== file.text) this.system.replace(file.path, file.text, text);
  }

  /** Says what was done, unless standard output is for a text or a diff. */
  tell(file: InputFile, message: string): void {
    if (file.stdin || this.show) return;
    this.system.terminal.write(
      `${file.path}: ${message}${this.write ? '' : ' (dry run, nothing written)'}\n`,
    );
  }
}
