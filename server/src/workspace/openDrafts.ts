import { fileDate, isTemplate } from '../protocol/newsletterFile';
import { type Files, parentOf } from './files';

/**
 * The drafts that are being written in the checkout around a folder: dated files of its `draft/` that `content/` does
 * not have yet.
 *
 * @returns their URIs, in order; undefined when the folder lies in no checkout
 */
export async function openDrafts(files: Files, folder: string): Promise<string[] | undefined> {
  for (let root = folder; root.includes('/') && !root.endsWith('//'); root = parentOf(root)) {
    const names = await files.list(`${root}/draft`);
    const drafts = names.filter((name) => fileDate(name) !== undefined);
    if (drafts.length === 0 && !names.some(isTemplate)) continue;
    const published = new Set(await files.list(`${root}/content`));
    return drafts
      .filter((name) => !published.has(name))
      .sort()
      .map((name) => `${root}/draft/${name}`);
  }
  return undefined;
}
