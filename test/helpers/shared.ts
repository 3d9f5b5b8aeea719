import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real issues, drafts and mistakes beside the checkout; most machines have none. */
export const sharedFolder = fileURLToPath(new URL('../../../shared', import.meta.url));

export const hasShared = existsSync(`${sharedFolder}/corpus/content`);

if (!hasShared)
  console.log('skipped: tests on real issues, because there is no ../shared/corpus beside this checkout');

export interface CorpusFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** Published issues from `since` on (`YYYY-MM-DD`), oldest first. */
export function publishedIssues(since = '2013-01-01'): CorpusFile[] {
  const folder = `${sharedFolder}/corpus/content`;
  return readdirSync(folder)
    .filter((name) => name.slice(0, 10) >= since)
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

/** Drafts at three stages of their week, named as the issue they became. */
export function drafts(): CorpusFile[] {
  const folder = `${sharedFolder}/corpus/draft`;
  return readdirSync(folder).flatMap((date) =>
    readdirSync(`${folder}/${date}`).map((file) => ({
      path: `${folder}/${date}/${file}`,
      name: `${date}-this-week-in-rust.md`,
      text: readFileSync(`${folder}/${date}/${file}`, 'utf8'),
    })),
  );
}
