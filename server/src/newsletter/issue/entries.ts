/** Lines that mean to be an entry of a list, told by how they begin. */

/** Titles and markers are shorter; what is longer is prose and not worth a scan on every keystroke. */
const LONGEST = 600;

/** What a text means to be, so that it is missed where the parser makes none of it. */
const LINK_ENTRY =
  /^(?:\[[^[\]()]{1,40}\] ?)*\[(?:[^[\]]|\[[^[\]]{0,200}\]){1,500}\]\s?\(\s?(?:https?:|www\.|\/|mailto:)/i;
const EVENT_ENTRY = /^\d{4}-\d{1,2}-\d{1,2}(?: - \d{4}-\d{1,2}-\d{1,2})? *\|/;

/** Whether a text (behind bullet and blanks) begins like a link item: markers, then a link. */
export function startsLikeLink(text: string): boolean {
  return text.startsWith('[') && LINK_ENTRY.test(text.slice(0, LONGEST));
}

/** Whether a text (behind bullet and blanks) begins like an event line: date, bar. */
export function startsLikeEvent(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57 && EVENT_ENTRY.test(text.slice(0, 60));
}

export function startsLikeEntry(text: string): boolean {
  return startsLikeLink(text) || startsLikeEvent(text);
}

/** What stands where a bullet belongs: `•`, `–`, `->`, `1.`, `>`, `\\*` and what else people have. */
export const STRAY_BULLET = '(?:[•·●▪‣◦∗＊✓=~>–—]|->|\\\\\\*|\\d{1,3}[.)])';
const STRAY = new RegExp(`^${STRAY_BULLET}[ \\t\\u00a0]*(?=\\[|\\d{4}-)`);

/** The bullet of a line that the parser makes no item of, where an entry follows it; empty without. */
export function strayBullet(text: string): string {
  const bullet = STRAY.exec(text)?.[0] ?? '';
  return bullet !== '' && startsLikeEntry(text.slice(bullet.length)) ? bullet : '';
}

/** Whether a line would be an entry, had it a bullet, or a right one. */
export function isEntryWithoutBullet(text: string): boolean {
  return startsLikeEntry(text) || strayBullet(text) !== '';
}
