import { existsSync } from 'node:fs';
import path from 'node:path';
import { SourceText } from '../text/sourceText';
import { CONFIG_NAME, type Config, EMPTY_CONFIG, parseConfig } from '../workspace/config';
import { readUtf8 } from './files';
import type { Terminal } from './terminal';

/** The configurations of the folders that files lie in, each read once. */
export class ConfigFiles {
  private readonly byFolder = new Map<string, Config>();

  constructor(private readonly terminal: Terminal) {}

  /** The nearest configuration in the file's folder or above it. @throws InputError when it can't be read */
  for(file: string): Config {
    return this.inFolder(path.dirname(path.resolve(file)));
  }

  private inFolder(folder: string): Config {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const file = path.join(folder, CONFIG_NAME);
    const parent = path.dirname(folder);
    let config = EMPTY_CONFIG;
    if (existsSync(file)) config = this.read(file);
    else if (parent !== folder) config = this.inFolder(parent);
    this.byFolder.set(folder, config);
    return config;
  }

  private read(file: string): Config {
    const text = readUtf8(file);
    const { config, problems } = parseConfig(text);
    const source = new SourceText(text);
    for (const problem of problems) {
      const { line, character } = source.positionAt(problem.start);
      this.terminal.complain(`${path.relative('', file)}:${line + 1}:${character + 1}: ${problem.message}`);
    }
    return config;
  }
}
