import type { Heading } from './chunk';

/** Whether a heading's author meant one: to the site `#123 is fixed` is a heading, too, and so is a line above dashes. */
export function isMeant({ start, level, setext, content }: Heading): boolean {
  return !setext && content.start > start + level;
}
