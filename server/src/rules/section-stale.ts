import { digestPart } from '../newsletter/archive/digest';
import { defineIssueRule, type Fact, type Placed } from './rule';

/** A section that came along from the issue before, because somebody copied that instead of the template. */
export default defineIssueRule({
  id: 'section-stale',
  goesBy: ['archive'],
  summary:
    "The last issue's quote, thanks, performance report or count of merged pull requests again, or the crate of any",
  why: 'They are new every week; the same ones again were left over from the issue that the text was copied from.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: "the last issue's crate",
      earlier: withCrate(639, '2026-02-18', 'a-crate'),
      bad: withCrate(640, '2026-02-25', 'a-crate'),
      found: ['8:22-60: This is the crate of 2026-02-18 again'],
      good: withCrate(640, '2026-02-25', 'another-crate'),
    },
    {
      title: 'the crate with another address',
      earlier: withCrate(639, '2026-02-18', 'a-crate'),
      bad: withCrate(640, '2026-02-25', 'a-crate').replace('example.com', 'example.org'),
      found: ['8:22-60 info: This is the name of the crate of 2026-02-18 again'],
      good: withCrate(640, '2026-02-25', 'another-crate'),
    },
    {
      title: "the last issue's count",
      earlier: withCount(639, '2026-02-18', 412),
      bad: withCount(640, '2026-02-25', 412),
      found: ['8:24-57 info: This is the count of merged pull requests of 2026-02-18 again'],
      good: withCount(640, '2026-02-25', 398),
    },
    {
      title: 'the post that suggested the last crate',
      earlier: withThanks(639, '2026-02-18', 'a-crate', 7),
      bad: withThanks(640, '2026-02-25', 'another-crate', 7),
      found: ['10:11-70: This is the suggestion of the crate of 2026-02-18 again'],
      good: withThanks(640, '2026-02-25', 'another-crate', 8),
    },
  ],
  facts(piece) {
    const main = piece.mainAt(-1) ?? '';
    const isWeekly = piece.sections.some(({ spec }) => spec && WEEKLY.has(spec.key));
    if (!isWeekly && !WEEKLY.has(main)) return [];
    const heading = piece.areas[0]?.heading ?? piece.source.line(0);
    const placeOf = (what: What, value: string) => {
      if (what === MERGED) return piece.links.find(({ text }) => text === 'merged in the last week');
      if (what === 'the quote') return piece.blocks.find(({ type }) => type === 'blockquote');
      if (what === NAME) return piece.links[0];
      return piece.links.find(({ url }) => url === value);
    };
    return [...weeklyOf(digestPart(piece.source.text, main))].flatMap(([what, value]): Weekly[] =>
      value === undefined ? [] : [{ at: placeOf(what, value) ?? heading, what, value }],
    );
  },
  check({ archive }, facts: readonly Placed<Weekly>[], report) {
    const previous = archive?.issues[0];
    if (!previous) return;
    const before = weeklyOf(previous);
    const seen = new Set<What>();
    const told = new Set<What>();
    for (const { at, what, value } of facts) {
      if (seen.has(what)) continue;
      seen.add(what);
      const whole = PART_OF.get(what) ?? what;
      const earlier =
        what === NAME
          ? archive.issues.find(
              (issue) => archive.answer(issue, NAME, () => crateName(issue.crate)) === value,
            )
          : value === before.get(what)
            ? previous
            : undefined;
      if (!earlier || told.has(whole)) continue;
      told.add(whole);
      report({
        at,
        message: `This is ${what} of ${earlier.date} again`,
        // Two weeks may have as many, a page may be quoted twice, and a crate may be new to most readers after years.
        ...(what === MERGED || what === SOURCE || what === NAME ? { severity: 'info' } : {}),
      });
    }
  },
});

/** Main sections with something that changes every week. */
const WEEKLY: ReadonlySet<string> = new Set(['project', 'cotw', 'qotw']);

const MERGED = 'the count of merged pull requests';
const NAME = 'the name of the crate';
const SUGGESTED_CRATE = 'the suggestion of the crate';
const SUGGESTED_QUOTE = 'the suggestion of the quote';
const SOURCE = 'the source of the quote';

/** What comes along with the crate or the quote, and needs no finding of its own beside theirs. */
const PART_OF: ReadonlyMap<What, What> = new Map([
  [NAME, 'the crate'],
  [SUGGESTED_CRATE, 'the crate'],
  [SUGGESTED_QUOTE, 'the quote'],
  [SOURCE, 'the quote'],
]);

type What =
  | 'the performance report'
  | typeof MERGED
  | 'the crate'
  | 'the quote'
  | typeof NAME
  | typeof SUGGESTED_CRATE
  | typeof SUGGESTED_QUOTE
  | typeof SOURCE;

interface Weekly extends Fact {
  readonly what: What;
  readonly value: string;
}

/** What an issue, or a part of it, has brought of all that changes every week. */
function weeklyOf({
  perfReport,
  mergedCount,
  crate,
  quote,
}: ReturnType<typeof digestPart>): ReadonlyMap<What, string | undefined> {
  return new Map<What, string | undefined>([
    ['the performance report', perfReport],
    [MERGED, mergedCount],
    ['the crate', crateLink(crate)],
    [NAME, crateName(crate)],
    ['the quote', quoteText(quote)],
    [SUGGESTED_CRATE, crate && addressOf(/\bcrate-of-the-week\/2704\/\d/, crate)],
    [SUGGESTED_QUOTE, quote && addressOf(/\btwir-quote-of-the-week\/328\/\d/, quote)],
    [SOURCE, quote && /\s[–—-] ?\[[^\]]*\]\(([^)\s]+)\)/.exec(quote)?.[1]],
  ]);
}

function crateLink(text: string | undefined): string | undefined {
  // What a digest has kept of the section.
  return text && /\bcrate is \[[^\]]*\]\(([^)\s]+)\)/.exec(text)?.[1];
}

/** In lower case and without backticks. */
function crateName(text: string | undefined): string | undefined {
  return text && /\bcrate is \[`?([^\]`]*)/.exec(text)?.[1]?.toLowerCase();
}

/** The first address in parentheses in which a form is found. */
function addressOf(form: RegExp, text: string): string | undefined {
  for (const [, url] of text.matchAll(/\]\(([^)\s]+)\)/g)) if (form.test(url!)) return url;
  return undefined;
}

/** The quoted lines, without the name below. */
function quoteText(text: string | undefined): string | undefined {
  const quote = text && /^>\s*(.{20,}?)(?: [–—-] |$)/.exec(text)?.[1];
  return quote ? quote.replace(/\s*>\s*/g, ' ').trim() : undefined;
}

/** An issue with a crate of the week, for the example. */
function withCrate(number: number, date: string, crate: string): string {
  return `Title: This Week in Rust ${number}
Number: ${number}
Date: ${date}
Category: This Week in Rust

## Crate of the Week

This week's crate is [${crate}](https://example.com/${crate}), a crate for examples.
`;
}

/** An issue with a crate that somebody has suggested, for the example. */
function withThanks(number: number, date: string, crate: string, post: number): string {
  return `${withCrate(number, date, crate)}
Thanks to [A](https://users.rust-lang.org/t/crate-of-the-week/2704/${post}) for the suggestion!
`;
}

/** An issue with a count of merged pull requests, for the example. */
function withCount(number: number, date: string, count: number): string {
  return `Title: This Week in Rust ${number}
Number: ${number}
Date: ${date}
Category: This Week in Rust

## Updates from the Rust Project

${count} pull requests were [merged in the last week][merged]

[merged]: https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged
`;
}
