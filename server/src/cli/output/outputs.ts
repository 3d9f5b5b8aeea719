import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../../engine';
import type { Printable } from '../../text/harmless';
import { didYouMean } from '../../text/words';
import { UsageError } from '../command';
import { uriOf } from '../inputFile';
import { InputError, type System } from '../system';
import { VERSION } from '../version';
import { formatGitHub } from './github';
import { formatJson } from './json';
import { formatJUnit } from './junit';
import { formatMarkdown } from './markdown';
import type { ReportedFile } from './report';
import { formatSarif } from './sarif';
import { formatText, type Mending } from './text';
import { formatUnix } from './unix';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'markdown', 'junit', 'unix'] as const;

type Format = (typeof FORMATS)[number];

/** Where findings are written, and how. */
export interface Output {
  readonly format: Format;
  /** Standard output when absent. */
  readonly file?: string;
}

/** Reads `FORMAT` and `FORMAT=FILE`. @throws UsageError for another format */
export function readOutput(given: string): Output {
  const [name = '', ...rest] = given.split('=');
  const format = FORMATS.find((known) => known === name);
  if (!format)
    throw new UsageError(
      `--output: “${name}” is not one of ${FORMATS.join(', ')}${didYouMean(name, FORMATS)}`,
    );
  if (rest.length === 0) return { format };
  const file = rest.join('=');
  if (file === '') throw new UsageError(`--output ${given}: FILE is missing`);
  return { format, file };
}

export interface Report {
  readonly files: readonly ReportedFile[];
  readonly engine: Engine;
  readonly mending: Mending;
}

/** Writes findings in every way that was asked for. @throws InputError when a file can't be written */
export async function writeOutputs(
  system: System,
  outputs: readonly Output[],
  report: Report,
): Promise<void> {
  const wantsRoot = outputs.some(({ format }) => format === 'sarif' || format === 'github');
  const root = wantsRoot ? await rootOf(system) : '';
  for (const { format, file } of outputs) {
    const color = file === undefined && system.terminal.color;
    const text = formatted(format, report, color, root);
    if (file === undefined) system.terminal.write(text);
    else system.create(file, text.text, true);
  }
}

function formatted(
  format: Format,
  { files, engine, mending }: Report,
  color: boolean,
  root: string,
): Printable {
  const fromRoot = (file: string) => pathFrom(root, file);
  switch (format) {
    case 'json':
      return formatJson(files);
    case 'sarif':
      return formatSarif({
        files,
        rules: engine.rules,
        ruleUrl: engine.rulePage,
        version: VERSION,
        fromRoot,
      });
    case 'github':
      return formatGitHub(files, fromRoot);
    case 'markdown':
      return formatMarkdown(files);
    case 'junit':
      return formatJUnit(files);
    case 'unix':
      return formatUnix(files);
    case 'text':
      return formatText(files, color, mending);
  }
}

/** A file as it is called from a folder, with slashes whatever the system has. @param system for tests of others */
export function pathFrom(folder: string, file: string, system: path.PlatformPath = path): string {
  return system.relative(folder, system.resolve(file)).split(system.sep).join('/');
}

/** Code scanning calls files as they are called from the root of the repository. */
async function rootOf(system: System): Promise<string> {
  try {
    const repository = await system.git.repositoryOf(uriOf('.'));
    return repository ? fileURLToPath(repository.root) : path.resolve('.');
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
