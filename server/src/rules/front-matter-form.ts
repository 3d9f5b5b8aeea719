import { issueNumberOf } from '../newsletter/issue/date';
import {
  FRONT_MATTER_KEYS,
  type FrontMatterField,
  type FrontMatterKey,
  isWhole,
  knownKey,
  readFrontMatter,
} from '../newsletter/issue/frontMatter';
import type { Issue } from '../newsletter/issue/issue';
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

/** Keys besides the four that mean something to the site's generator. */
const GENERATOR_KEYS: ReadonlySet<string> = new Set([
  'author',
  'authors',
  'keywords',
  'lang',
  'modified',
  'save_as',
  'slug',
  'status',
  'summary',
  'tags',
  'template',
  'translation',
  'url',
]);

const CATEGORY = 'This Week in Rust';

/** How the first block differs from the four fields that every issue has; the site takes more for metadata. */
export default defineIssueRule({
  id: 'front-matter-form',
  goesBy: ['outline'],
  summary: 'The first block has Title, Number, Date and Category, in this order, from line 1',
  why: 'The site takes the metadata from the lines up to the first blank one; elsewhere they are shown as text, a line `Anything: …` among them is hidden, and an issue without a category or date is not published.',
  severity: 'error',
  fix: 'never',
  apart: true,
  examples: [
    {
      title: 'a blank line within the block',
      bad: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\n\nCategory: This Week in Rust\n\nHello!\n',
      found: ['3:1-17: Category is missing from the first block, which ends at the first blank line'],
      fixes: ['Rebuild the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
    },
    {
      title: 'no block at all',
      bad: '## Updates from Rust Community\n',
      found: ['1:1-31: Title, Number, Date and Category are missing from the first lines'],
      fixes: ['Insert the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n## Updates from Rust Community\n',
    },
    {
      title: 'another order',
      bad: 'Title: This Week in Rust 640\nDate: 2026-02-25\nNumber: 640\nCategory: This Week in Rust\n\nHello!\n',
      found: ['3:1-7: “Number” belongs before “Date”'],
      fixes: ['Rebuild the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
    },
    {
      title: 'a blank line above',
      bad: '\nTitle: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
      found: ['2:1-29: “Title” belongs in the first line'],
      fixes: ['Rebuild the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
    },
    {
      title: 'a key that the site hides',
      bad: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\nNote: no issue next week.\n\nHello!\n',
      found: ['5:1-5: “Note” is not one of Title, Number, Date, Category: the site hides this line'],
      fixes: ['Rebuild the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nNote: no issue next week.\n\nHello!\n',
    },
    {
      title: 'fences',
      bad: '---\nTitle: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n---\nHello!\n',
      found: [
        '1:1-4 warning: Only lines “Key: value” belong in the first block, not “---”',
        '6:1-4 warning: Only lines “Key: value” belong in the first block, not “---”',
      ],
      fixes: ['Rebuild the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
    },
    {
      title: 'dots at the end',
      bad: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n...\n\nHello!\n',
      found: ['5:1-4 warning: Only lines “Key: value” belong in the first block, not “...”'],
      fixes: ['Rebuild the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
    },
    {
      title: 'a title on two lines',
      bad: 'Title: This Week in\n    Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
      found: ['2:1-13: The value of “Title” continues on the next line'],
      fixes: ['Rebuild the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
    },
    {
      title: 'no space after the colon',
      bad: 'Title: This Week in Rust 640\nNumber:640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
      found: ['2:1-8 info: There is no space after “Number:”'],
      fixes: ['Add a space'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
    },
    {
      title: 'text right below',
      bad: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\nHello!\n',
      found: ['5:1-7: There is no blank line after the first block'],
      fixes: ['Rebuild the first block'],
      good: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\nHello!\n',
    },
  ],
  facts: lostLines,
  check(frame, lost: readonly Placed<LostLine>[], tell) {
    const { frontMatter, front } = frame;
    const { fields, opening, closing } = frontMatter;
    const whole = isWhole(frontMatter);
    const lostFields = lost.filter(({ key }) => key !== undefined);
    const fixes: Fixes<Place> = (issue, at) => rebuild(issue, frame, lost, at);
    let told = 0;
    const report: typeof tell = (one) => {
      told += 1;
      tell(told > MOST_WITH_FIX ? { ...one, fixes: [] } : one);
    };
    for (const fence of [opening, closing])
      if (fence)
        report({
          at: fence,
          message: `Only lines “Key: value” belong in the first block, not “${front.slice(fence).trim()}”`,
          severity: 'warning',
          fixes,
        });
    if (fields.length === 0 && lostFields.length === 0) {
      report({
        at: front.line(0),
        message: `${FRONT_MATTER_KEYS.slice(0, -1).join(', ')} and ${FRONT_MATTER_KEYS.at(-1)} are missing from the first lines`,
        fixes: firstBlock(frame),
      });
      return;
    }
    if (fields.length === 0)
      report({
        at: lostFields[0]!.at,
        message: `“${lostFields[0]!.key}” belongs in the first line`,
        fixes,
      });
    for (const { key, at } of lost)
      if (key === undefined) report({ at, message: 'There is no blank line after the first block', fixes });

    const seen = new Map<string, FrontMatterField>();
    let last = -1;
    for (const field of fields) {
      const meant = knownKey(field.key);
      const at: Range = { start: field.range.start, end: field.range.start + field.key.length };
      if (meant === undefined) {
        if (!GENERATOR_KEYS.has(field.key.toLowerCase()))
          report({
            at,
            message: `“${field.key}” is not one of ${FRONT_MATTER_KEYS.join(', ')}: the site hides this line`,
            fixes,
          });
        continue;
      }
      if (front.lineAt(at.start).start < at.start && front.text[at.start - 1] === ' ')
        report({
          at,
          message: `There are spaces before “${field.key}”`,
          severity: 'warning',
          fixes,
        });
      if (field.value !== '' && field.range.start + field.key.length + 1 === field.valueRange.start)
        report({
          at: { start: at.start, end: field.valueRange.start },
          message: `There is no space after “${field.key}:”`,
          severity: 'info',
          fixes: [
            {
              title: 'Add a space',
              preferred: true,
              edits: () => [{ start: field.valueRange.start, end: field.valueRange.start, text: ' ' }],
            },
          ],
        });
      for (const line of field.more)
        report({
          at: line,
          message: `The value of “${field.key}” continues on the next line`,
          fixes,
        });
      if (meant !== field.key) {
        report({ at, message: `The key is written “${meant}”, not “${field.key}”`, fixes });
        continue;
      }
      const first = seen.get(field.key);
      seen.set(field.key, field);
      if (first) {
        report({
          at,
          message: `“${field.key}” appears above already`,
          related: [{ ...first.range, message: 'The first one' }],
          fixes,
        });
        continue;
      }
      const index = FRONT_MATTER_KEYS.indexOf(meant);
      if (index < last)
        report({
          at,
          message: `“${field.key}” belongs before “${FRONT_MATTER_KEYS[last]}”`,
          fixes,
        });
      else last = index;
      if (meant === 'Category' && field.value !== CATEGORY && field.value !== '')
        report({
          at: field.valueRange,
          message: `The category is “${CATEGORY}”, not “${field.value}”: the site would make another one`,
          fixes: [
            {
              title: `Write “${CATEGORY}”`,
              preferred: true,
              edits: () => [{ ...field.valueRange, text: CATEGORY }],
            },
          ],
        });
      if (field.value === '' && field.more.length === 0)
        report({ at: field.range, message: `“${field.key}:” has no value`, fixes });
    }
    const missing = FRONT_MATTER_KEYS.filter((key) => !fields.some((field) => knownKey(field.key) === key));
    if (fields.length > 0 && missing.length > 0 && (whole || lostFields.length > 0))
      report({
        at: fields.at(-1)!.range,
        message: `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing from the first block, which ends at the first blank line`,
        fixes,
        related: lostFields.map(({ at }) => ({ at, message: 'Not read as metadata here' })),
      });
  },
});

/** They all have the same fix, which writes the whole block. */
const MOST_WITH_FIX = 20;

/** A line below the block: text that ended it too early, or one of the four fields, which is shown as text there. */
interface LostLine extends Fact {
  readonly key: FrontMatterKey | undefined;
  readonly value: string;
}

/** How many lines below the block are searched. */
const NEAR = 8;

function lostLines({ source, lineAbove }: Piece): LostLine[] {
  const lost: LostLine[] = [];
  if (lineAbove !== undefined) return lost;
  const block = readFrontMatter(source.text);
  // A heading right below is no slip, and below text that is no front matter nothing is lost.
  let attached = block.stray !== undefined && isWhole(block);
  const first = source.lineNumberAt(block.bodyStart);
  for (let n = first; n < Math.min(source.lineCount, first + NEAR); n += 1) {
    const line = source.line(n);
    const text = source.slice(line);
    const match = /^ {0,3}([A-Za-z]+)[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(text);
    const key = match ? knownKey(match[1]!) : undefined;
    if (key) lost.push({ key, value: match![2]!, at: line });
    else if (text.trim() === '') attached = false;
    else if (attached && !text.startsWith('#')) lost.push({ key, value: text, at: line });
    else break;
  }
  return lost;
}

/** The block for the date that the file is named for. */
function firstBlock({ date, front }: Frame): Fix[] {
  const number = date && issueNumberOf(date);
  if (!number) return [];
  const start = front.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const text = `Title: This Week in Rust ${number}\nNumber: ${number}\nDate: ${date}\nCategory: This Week in Rust\n\n`;
  return [{ title: 'Insert the first block', preferred: true, edits: () => [{ start, end: start, text }] }];
}

/** The block anew: the values that stand somewhere, the rest from the date; what the site would hide goes below it. */
function rebuild(
  { source }: Issue,
  { frontMatter, date }: Frame,
  lost: readonly Placed<LostLine>[],
  at: (place: Place) => Range,
): Fix[] {
  const written = frontMatter.fields.map((field) => ({
    key: knownKey(field.key),
    // The site joins no lines, but an author means them to go on.
    values: [field.value, ...field.more.map((line) => source.slice(line).trim())].filter(
      (value) => value !== '',
    ),
    lines: [source.slice(field.range), ...field.more.map((line) => source.slice(line))],
    kept: GENERATOR_KEYS.has(field.key.toLowerCase()),
  }));
  const value = (key: FrontMatterKey): string | undefined => {
    const inBlock = written.find((field) => field.key === key && field.values.length > 0)?.values;
    if (inBlock) return key === 'Title' ? inBlock.join(' ') : inBlock[0];
    return lost.find((line) => line.key === key && line.value !== '')?.value;
  };
  const number = value('Number');
  const values: Record<FrontMatterKey, string | undefined> = {
    Title: value('Title') ?? (number === undefined ? undefined : `This Week in Rust ${number}`),
    Number: number,
    Date: value('Date') ?? date,
    Category: value('Category') ?? CATEGORY,
  };
  if (FRONT_MATTER_KEYS.some((key) => values[key] === undefined)) return [];
  const others = written.filter(({ key }) => key === undefined);
  const block = [
    ...FRONT_MATTER_KEYS.map((key) => `${key}: ${values[key]}`),
    ...others.filter(({ kept }) => kept).flatMap(({ lines }) => lines),
  ];
  const moved = [
    ...others.filter(({ kept }) => !kept).flatMap(({ lines }) => lines),
    ...lost.filter(({ key }) => key === undefined).map(({ value }) => value),
  ];
  const last = lost.at(-1);
  const end = Math.max(frontMatter.range.end, frontMatter.closing?.end ?? 0, last ? at(last.at).end : 0);
  const below = source.lineNumberAt(end) + 1;
  const apart = moved.length > 0 || below >= source.lineCount || source.lineText(below).trim() === '';
  return [
    {
      title: 'Rebuild the first block',
      preferred: true,
      edits: () => [
        {
          start: source.text.charCodeAt(0) === 0xfeff ? 1 : 0,
          end,
          text: [...block, ...(moved.length > 0 ? ['', ...moved] : apart ? [] : [''])].join('\n'),
        },
      ],
    },
  ];
}
