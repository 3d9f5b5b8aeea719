import { FRONT_MATTER_KEYS, type FrontMatterField } from '../newsletter/issue/frontMatter';
import type { Piece } from '../newsletter/issue/piece';
import type { Range } from '../text/sourceText';
import {
  defineIssueRule,
  type Fact,
  type Fix,
  type Fixes,
  type Frame,
  type Place,
  type Placed,
} from './rule';

/** The first block; Python-Markdown reads it as metadata only when it starts in the first line and has no blank one. */
export default defineIssueRule({
  id: 'front-matter-form',
  summary: 'The first block has Title, Number, Date and Category, in this order, from line 1',
  why: 'The site takes the metadata from the lines up to the first blank one; what stands elsewhere is lost, and an issue without a category or date is not published.',
  severity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'a blank line within the block',
      bad: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\n\nCategory: This Week in Rust\n\nHello!\n',
      found: [
        '3:1-17: Expected Title, Number, Date, Category without a blank line between, found no Category',
      ],
      fixes: ['Rebuild the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
    },
    {
      title: 'another order',
      bad: 'Title: This Week in Rust 640\nDate: 2026-02-25\nNumber: 640\nCategory: This Week in Rust\n\nHello!\n',
      found: ['3:1-7: Expected "Number" before "Date", found it behind'],
      fixes: ['Rebuild the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
    },
  ],
  facts: lostFields,
  check(frame, lost: readonly Placed<LostField>[], report) {
    const { frontMatter, front } = frame;
    const { fields, strayLines } = frontMatter;
    if (fields.length === 0) {
      // A piece of an issue (a snippet, an example) has none by right; a whole issue has its community section.
      if (frame.sectionsOf('community').length === 0) return;
      report({
        at: front.line(0),
        message: `Expected ${FRONT_MATTER_KEYS.join(', ')} in the first lines, found none of them`,
      });
      return;
    }
    const fixes: Fixes<Place> = (_, at) => rebuild(frame, lost, at);
    const start = frontMatter.range.start;
    if (front.lineNumberAt(start) > 0)
      report({
        at: fields[0]!.range,
        message: `Expected ${fields[0]!.key} in line 1, found it in line ${front.lineNumberAt(start) + 1}`,
        fixes,
      });
    for (const line of strayLines)
      report({
        at: line,
        message: 'Expected `Key: value` lines only in the first block, found other text',
        fixes,
      });

    const seen = new Map<string, FrontMatterField>();
    let last = -1;
    for (const field of fields) {
      const index = (FRONT_MATTER_KEYS as readonly string[]).indexOf(field.key);
      const meant = FRONT_MATTER_KEYS.find((key) => key.toLowerCase() === field.key.toLowerCase());
      const at: Range = { start: field.range.start, end: field.range.start + field.key.length };
      const first = seen.get(field.key);
      seen.set(field.key, field);
      if (index < 0) {
        // `Slug` and the like are for the site's tool; only another spelling of our four is a slip.
        if (meant) report({ at, message: `Expected the key "${meant}", found "${field.key}"`, fixes });
        continue;
      }
      if (first) {
        report({
          at,
          message: `Expected "${field.key}" once, found it again`,
          related: [{ ...first.range, message: 'The first one' }],
          fixes,
        });
        continue;
      }
      if (index < last)
        report({
          at,
          message: `Expected "${field.key}" before "${FRONT_MATTER_KEYS[last]}", found it behind`,
          fixes,
        });
      else last = index;
      if (field.value === '')
        report({ at: field.range, message: `Expected a value behind "${field.key}:"`, fixes });
    }
    const missing = FRONT_MATTER_KEYS.filter(
      (key) => !fields.some((field) => field.key.toLowerCase() === key.toLowerCase()),
    );
    if (missing.length > 0)
      report({
        at: fields.at(-1)!.range,
        message: `Expected ${FRONT_MATTER_KEYS.join(', ')} without a blank line between, found no ${missing.join(', ')}`,
        fixes,
        related: lost.map(({ at }) => ({ at, message: 'Not read as metadata here' })),
      });
  },
});

/** A `Key: value` line below the block's end and above the first heading, where a blank line cut it off. */
interface LostField extends Fact {
  readonly key: string;
  readonly value: string;
}

function lostFields({ source, bodyStart, lineAbove }: Piece): LostField[] {
  const lost: LostField[] = [];
  if (lineAbove !== undefined) return lost;
  const limit = Math.min(source.lineCount, source.lineNumberAt(bodyStart) + 8);
  for (let n = source.lineNumberAt(bodyStart); n < limit; n += 1) {
    const line = source.line(n);
    const match = /^([A-Za-z]+)[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(source.slice(line));
    const key = match && FRONT_MATTER_KEYS.find((known) => known.toLowerCase() === match[1]!.toLowerCase());
    if (match && key) lost.push({ key, value: match[2]!, at: line });
    else if (source.slice(line).trim() !== '') break;
  }
  return lost;
}

/** The block anew: the values that stand somewhere, the rest from the date. */
function rebuild(
  { front: source, frontMatter, date }: Frame,
  lost: readonly Placed<LostField>[],
  at: (place: Place) => Range,
): Fix[] {
  const known = (key: string): string | undefined =>
    [...frontMatter.fields, ...lost].find(
      (field) => field.key.toLowerCase() === key.toLowerCase() && field.value !== '',
    )?.value;
  const number = known('Number');
  const values: Record<(typeof FRONT_MATTER_KEYS)[number], string | undefined> = {
    Title: known('Title') ?? (number === undefined ? undefined : `This Week in Rust ${number}`),
    Number: number,
    Date: known('Date') ?? date,
    Category: known('Category') ?? 'This Week in Rust',
  };
  if (FRONT_MATTER_KEYS.some((key) => values[key] === undefined)) return [];
  const others = frontMatter.fields.filter(
    (field) => !FRONT_MATTER_KEYS.some((key) => key.toLowerCase() === field.key.toLowerCase()),
  );
  const block = [
    ...FRONT_MATTER_KEYS.map((key) => `${key}: ${values[key]}`),
    ...others.map((field) => source.slice(field.range)),
  ];
  const stray = frontMatter.strayLines.map((line) => source.slice(line));
  const last = lost.at(-1);
  const end = Math.max(frontMatter.range.end, last ? at(last.at).end : 0);
  return [
    {
      title: 'Rebuild the first block',
      preferred: true,
      edits: () => [
        {
          start: source.text.charCodeAt(0) === 0xfeff ? 1 : 0,
          end,
          text: [...block, ...(stray.length > 0 ? ['', ...stray] : [])].join('\n'),
        },
      ],
    },
  ];
}
