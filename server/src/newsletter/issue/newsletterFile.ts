import { fileDate, isTemplate } from './issue';

/** Newsletter files by name, or by the category in their first block (docs/architecture.md#contracts). */
export function isNewsletterFile(uri: string, text: string): boolean {
  if (isTemplate(uri) || fileDate(uri) !== undefined) return true;
  const firstBlock = text.slice(0, 2000).split(/\r?\n[ \t]*\r?\n/, 1)[0]!;
  return /^Category:[ \t]*This Week in Rust[ \t]*$/im.test(firstBlock);
}
