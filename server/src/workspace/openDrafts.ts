import { fileDate, isTemplate } from '../protocol/newsletterFile';
import { type Files, parentOf } from './files';

/**
 * The drafts that are being written in the checkout around a folder: dated files of its `draft/` that `content/` does
 * not have yet.
 *
 * @returns their URIs, in order; undefined when the folder lies in no checkout
 */
export async function openDrafts(files: Files, folder: string): Promise<string[] | undefined> {
  const root = await checkoutAround(files, folder);
  if (root === undefined) return undefined;
  const published = new Set(await files.list(`${root}/content`));
  return (await files.list(`${root}/draft`))
    .filter((name) => fileDate(name) !== undefined && !published.has(name))
    .sort()
    .map((name) => `${root}/draft/${name}`);
}

/** The nearest folder, a folder itself or one above it, whose `draft/` has drafts or the template. */
export async function checkoutAround(files: Files, folder: string): Promise<string | undefined> {
  for (let root = folder; root.includes('/') && !root.endsWith('//'); root = parentOf(root)) {
    const names = await files.list(`${root}/draft`);
    if (names.some((name) => isTemplate(name) || fileDate(name) !== undefined)) return root;
  }
  return undefined;
}
