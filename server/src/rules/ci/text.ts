import type { Stretch } from './page';
import { hasNoText, type SoupTag } from './python/soup';
import type { Verdict } from './verdict';

/** Tags that have appeared in issues; CI takes any other for an unescaped `<`. */
const TAGS: ReadonlySet<string> = new Set(
  'p a h1 h2 h3 h4 h5 strong hr li ul ol em code blockquote small br'.split(' '),
);

/** CI's second checker over the elements of a file. */
export class TagCheck {
  /** What it has against a stretch's elements; most stretches stay from one version to the next. */
  private readonly known = new WeakMap<
    readonly SoupTag[],
    readonly { tag: SoupTag; kind: 'tag' | 'item-empty' }[]
  >();

  verdicts(stretches: readonly Stretch[]): Verdict[] {
    return stretches.flatMap((stretch) =>
      this.of(stretch.tags).map(({ tag, kind }): Verdict => {
        const message =
          kind === 'tag'
            ? `CI does not know the tag “${tag.name}”: code is written in backticks`
            : 'CI takes no item without text';
        return { kind, severity: 'error', about: { tag, stretch }, message };
      }),
    );
  }

  private of(tags: readonly SoupTag[]) {
    let found = this.known.get(tags);
    if (!found) {
      found = tags.flatMap((tag) => [
        ...(TAGS.has(tag.name) ? [] : [{ tag, kind: 'tag' as const }]),
        ...(tag.name === 'li' && hasNoText(tag) ? [{ tag, kind: 'item-empty' as const }] : []),
      ]);
      this.known.set(tags, found);
    }
    return found;
  }
}

/** What ends a line to Python's `splitlines`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const LINE_END = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** CI's second checker over the lines of a file: it counts backticks, wherever they stand. */
export function checkBackticks(text: string): Verdict[] {
  const verdicts: Verdict[] = [];
  let end = 0;
  // Most lines have none.
  for (let tick = text.indexOf('`'); tick >= 0; tick = text.indexOf('`', end)) {
    let start = tick;
    while (start > end && !LINE_END.test(text[start - 1]!)) start -= 1;
    end = tick;
    while (end < text.length && !LINE_END.test(text[end]!)) end += 1;
    const line = text.slice(start, end);
    // Three and four in a row are a fence and count for nothing.
    const counted = line.replaceAll('````', '').replaceAll('```', '');
    if (!counted.includes('`')) continue;
    const about = backticksOf(line, start);
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
