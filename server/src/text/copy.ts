/**
 * The same text in memory of its own. An engine may keep a piece of a string as a view of the whole, so that a word
 * kept for long holds a document of 80 KB; what caches and indexes keep is copied first.
 */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
