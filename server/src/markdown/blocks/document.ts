import { BlockParser } from './parser';
import { type Source, scanRaw, splitLines } from './raw';
import { closeContainers, type Draft, draft } from './tree';

/** The blocks of a text, the inline content of its leaves still as lines. */
export interface Blocks {
  readonly source: Source;
  readonly root: Draft;
  readonly definitions: readonly Draft[];
  readonly footnotes: readonly Draft[];
  readonly extensions: boolean;
}

/** @param extensions see `ParseOptions` */
export function parseBlocks(text: string, extensions = true): Blocks {
  const source = scanRaw(text, extensions);
  const parser = new BlockParser(source, extensions);
  const root = draft({ type: 'root' }, 0, text.length);
  parser.parseLines(root, splitLines(source));
  closeContainers(root);
  return { source, root, definitions: parser.definitions, footnotes: parser.footnotes, extensions };
}
