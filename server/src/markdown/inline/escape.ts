import type { Finds, Region } from './region';

/** Escapable on the site. A backslash before anything else, such as `<` or `"`, stays. */
const ESCAPE = /\\([\\`*_{}[\]()>#+\-.!|])/g;

export function* escapes(region: Region): Finds {
  for (const match of region.text.matchAll(ESCAPE)) {
    const value = match[1]!;
    yield {
      start: match.index,
      end: match.index + 2,
      make: () => ({ node: { type: 'text', value } }),
    };
  }
  return false;
}
