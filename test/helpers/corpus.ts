import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CorpusFile } from './shared';

const root = fileURLToPath(new URL('../..', import.meta.url));

const filesIn = (folder: string): CorpusFile[] =>
  readdirSync(`${root}/${folder}`)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({
      path: `${folder}/${name}`,
      name,
      text: readFileSync(`${root}/${folder}/${name}`, 'utf8'),
    }));

/** Invented issues as they could have been published, one of each era, oldest first. */
export const ownIssues = (): CorpusFile[] => [
  ...filesIn('test/corpus/content'),
  ...filesIn('docs/sample/content'),
];

/** Invented drafts in the middle of their week, with the mistakes that such drafts have. */
export const ownDrafts = (): CorpusFile[] => [
  ...filesIn('test/corpus/draft'),
  ...filesIn('docs/sample/draft'),
];
