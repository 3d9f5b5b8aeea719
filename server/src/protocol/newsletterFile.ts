/** The date in the name of an issue or draft: the newsletter's tools find issues by it. */
const FILE_DATE = /(?:^|\/)(\d{4}-\d{2}-\d{2})-this-week-in-rust\.(?:md|markdown)$/;
/** Newsletter files by their names, as patterns for a client. */
export const NEWSLETTER_PATTERNS: readonly string[] = [
  '**/*-this-week-in-rust.{md,markdown}',
  '**/draft/DRAFT_TEMPLATE',
];
const CATEGORY = /^Category:[ \t]*This Week in Rust[ \t]*$/im;
/** Longer than any front matter. */
const FIRST_BLOCK = 2000;

/** An issue is published on the day after its date, at times a day later; until then its draft is the newest. */
export const DAYS_TO_PUBLISH = 3;

/** @returns the date (`YYYY-MM-DD`) that a file is named for; undefined for other names */
export function fileDate(uri: string): string | undefined {
  return FILE_DATE.exec(uri)?.[1];
}

/** @returns the name of the file of the issue of a date (`YYYY-MM-DD`), in the form that {@link fileDate} reads */
export function issueFileName(date: string): string {
  return `${date}-this-week-in-rust.md`;
}

/** Whether a file is the template that drafts are made from, by its name. */
export function isTemplate(uri: string): boolean {
  return /(?:^|\/)DRAFT_TEMPLATE$/.test(uri);
}

/** Whether an issue is published: from then on it lies in `content/`; wherever else one is, somebody works on it. */
export function isPublished(uri: string): boolean {
  return /\/content\/[^/]*$/.test(uri);
}

/**
 * Newsletter files, by name or by the category in their first block. On everything else we are silent: the editor does
 * not even start the server for it.
 *
 * @param start the file's text, or its first 2,000 characters
 */
export function isNewsletterFile(uri: string, start: string): boolean {
  if (isTemplate(uri) || fileDate(uri) !== undefined) return true;
  const firstBlock = start.slice(0, FIRST_BLOCK).split(/\r?\n[ \t]*\r?\n/, 1)[0]!;
  return CATEGORY.test(firstBlock);
}
