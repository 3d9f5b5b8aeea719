import { hasNoText, type SoupTag } from './python/soup';
import type { Verdict } from './verdict';

/** Tags that have appeared in issues; CI takes any other for an unescaped `<`. */
const TAGS: ReadonlySet<string> = new Set(
  'p a h1 h2 h3 h4 h5 strong hr li ul ol em code blockquote small br'.split(' '),
);

/** CI's second checker over the elements of a file. */
export function checkTags(tags: readonly SoupTag[]): Verdict[] {
  return tags.flatMap((tag): Verdict[] => {
    const verdicts: Verdict[] = [];
    if (!TAGS.has(tag.name))
      verdicts.push({
        kind: 'tag',
        severity: 'error',
        about: tag,
        message: `CI does not know the tag “${tag.name}”: code is written in backticks`,
      });
    if (tag.name === 'li' && hasNoText(tag))
      verdicts.push({
        kind: 'item-empty',
        severity: 'error',
        about: tag,
        message: 'CI takes no item without text',
      });
    return verdicts;
  });
}

/** What ends a line to Python's `splitlines`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const LINE = /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+/g;

/** CI's second checker over the lines of a file: it counts backticks, wherever they stand. */
export function checkBackticks(text: string): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const match of text.matchAll(LINE)) {
    // Three and four in a row are a fence and count for nothing.
    const counted = match[0].replaceAll('````', '').replaceAll('```', '');
    if (!counted.includes('`')) continue;
    const about = backticksOf(match[0], match.index);
    if (counted.includes('``'))
      verdicts.push({
        kind: 'backticks-empty',
        severity: 'error',
        about,
        message: 'CI takes no two backticks in a row',
      });
    if (counted.replace(/[^`]/g, '').length % 2 !== 0)
      verdicts.push({
        kind: 'backticks-odd',
        severity: 'error',
        about,
        message: 'CI takes no odd number of backticks in a line',
      });
  }
  return verdicts;
}

function backticksOf(line: string, offset: number) {
  return { start: offset + line.indexOf('`'), end: offset + line.lastIndexOf('`') + 1 };
}
