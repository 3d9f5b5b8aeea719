import type { Link } from '../issue/chunk';

/** Whether a link is that of the footer to the discussion of an issue on Reddit, whatever it leads to. */
export function isDiscussion({ text }: Link): boolean {
  return /^discuss\b.*\br\/rust$/i.test(text.trim());
}
