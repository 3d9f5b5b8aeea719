import type { Link } from '../newsletter/issue/chunk';
import { isEntryWithoutBullet } from '../newsletter/issue/entries';
import { siteNameIn, wordCount } from '../newsletter/links/titles';
import { parseUrl } from '../newsletter/links/url';
import { markerOf } from '../newsletter/markers/markers';
import { misplacedMarker } from '../newsletter/markers/misplaced';
import type { MarkerPrefix } from '../newsletter/markers/prefix';
import { readPrefix, writeMarkers } from '../newsletter/markers/prefix';
import { indexBefore, type Range } from '../text/sourceText';
import { definePieceRule, type Fix, type Report } from './rule';

/** Between the links of an item: `([..], [..])`, ` and [..]`, `| [..]`, a full stop. */
const JOINTS = /^(?:[\s.,;:|/+()&–—-]|\band\b|\bor\b|\bplus\b|\bby\b)*$/i;

/** Markers right before the link stay. */
const MARKERS = /(?:\[[^[\]]*\]\s*)*$/;
const BRACKETED = /\[[^[\]]*\]/g;

/** Descriptions beside the link; editors removed them 159 times (#8599). */
export default definePieceRule({
  id: 'link-trailing-text',
  in: ['community', 'project', 'cfp'],
  summary:
    'An item of the community section has text before or after its link, or one of another list a sign',
  why: 'An item is a link and nothing else: its title says what it is about.',
  severity: 'warning',
  fix: 'never',
  tags: ['url', 'organiser-url'],
  yieldsTo: ['link-form', 'item-without-link', 'reference-undefined', 'backtick-unbalanced'],
  examples: [
    {
      title: 'a remark in parentheses',
      bad: '## Updates from Rust Community\n\n* [A book](https://example.com/book) (with exercises)\n',
      found: [
        '3:37-54 info: The remark “with exercises” is outside the link: it belongs in the title, or is not needed',
      ],
      fixes: ['Move it into the title', 'Delete the remark'],
      good: '## Updates from Rust Community\n\n* [A book (with exercises)](https://example.com/book)\n',
    },
    {
      title: 'a description',
      bad: '## Updates from Rust Community\n\n* [Iron](https://example.com/book) - a book for everybody.\n',
      found: ['3:35-59: There is text after the link: an item is a link, and its title says all'],
      fixes: ['Delete the text after the link', 'Move “a book for everybody” into the title'],
      good: '## Updates from Rust Community\n\n* [Iron](https://example.com/book)\n',
    },
    {
      title: 'a comma in the list of another section',
      bad: '## Updates from the Rust Project\n\n#### Cargo\n* [add a flag](https://github.com/rust-lang/cargo/pull/1),\n',
      found: ['4:58-59 info: “,” after the link is not needed'],
      fixes: ['Delete “,”'],
      good: '## Updates from the Rust Project\n\n#### Cargo\n* [add a flag](https://github.com/rust-lang/cargo/pull/1)\n',
    },
    {
      title: 'a full stop',
      bad: '## Updates from Rust Community\n\n* [A book](https://example.com/book).\n',
      found: ['3:37-38 info: “.” after the link is not needed'],
      fixes: ['Delete “.”'],
      good: '## Updates from Rust Community\n\n* [A book](https://example.com/book)\n',
    },
  ],
  check(piece, report) {
    // The newsletter's tools keep comments at the end of items; a definition below one the site takes out of it.
    const hidden = [...piece.comments, ...piece.definitions].sort((a, b) => a.start - b.start);
    for (const item of piece.communityItems) {
      const prefix = readPrefix(piece, item);
      if (!prefix) continue;
      const { source } = piece;
      if (prefix.prose && /\p{L}{2}/u.test(prefix.text.replaceAll(BRACKETED, ''))) {
        const text = prefix.text.trimEnd();
        report({
          at: { start: prefix.start, end: prefix.start + text.length },
          message: 'There is text before the link: an item is a link, and its title says all',
          fixes: [
            {
              title: 'Delete the text before the link',
              edits: () => [
                {
                  start: prefix.start,
                  end: prefix.end - MARKERS.exec(prefix.text)![0].length,
                  text: writeMarkers(prefix.words.flatMap(({ marker }) => marker ?? [])),
                },
              ],
            },
          ],
        });
        continue;
      }
      if (misplacedMarker(piece, item, prefix)) continue;
      const end = item.content.start + source.slice(item.content).trimEnd().length;
      const first = item.links[0]!;
      const gaps = item.links.map((link, index) => ({
        start: link.end,
        end: item.links[index + 1]?.start ?? end,
      }));
      const comments = hidden
        .slice(indexBefore(hidden, first.end - 1) + 1, indexBefore(hidden, end) + 1)
        .filter((part) => part.end <= end);
      const from = comments[0]?.start ?? end;
      const own = first.end + source.text.slice(first.end, from).trimEnd().length;
      const texts = gaps.map((gap) => (gap.end <= gap.start ? '' : without(source.text, gap, comments)));
      const last = item.links.at(-1)!;
      const remark = remarkIn(texts.at(-1)!);
      if (texts.slice(0, -1).every(isJoint) && (remark !== undefined || isJoint(texts.at(-1)!))) {
        const bare = texts.slice(0, -1).findIndex((text) => /^[ \t]+$/.test(text));
        if (bare >= 0) report(ofTwoItems(gaps[bare]!));
        else if (remark !== undefined) report(ofRemark(prefix, last, remark, own));
        else if (DANGLING.test(texts.at(-1)!) || (texts.length === 1 && texts[0]!.trim() === ')'))
          report(ofSign({ start: last.end, end: own }, texts.at(-1)!.trim()));
        continue;
      }
      const at = { start: first.end, end: own };
      // An item below that lacks its bullet is another rule's finding.
      const below = /[\r\n]\s*[*+-]*(\S.*)$/.exec(source.slice(at))?.[1];
      if (below !== undefined && isEntryWithoutBullet(below)) continue;
      report({
        at,
        message: 'There is text after the link: an item is a link, and its title says all',
        unnecessary: true,
        fixes: [
          { title: 'Delete the text after the link', edits: () => [{ ...at, text: '' }] },
          ...(item.links.length === 1 ? intoTitle(source.slice(first.textRange), first, at, texts[0]!) : []),
        ],
      });
    }
    // Other items may say more, but nothing ends in a sign.
    for (const { start, content, links } of piece.items) {
      const main = piece.mainAt(start);
      const [link, more] = links;
      if ((main !== 'project' && main !== 'cfp') || !link || more || link.start !== content.start) continue;
      const sign = piece.source.text.slice(link.end, content.end).trimEnd();
      if (/^[.,;*]$/.test(sign)) report(ofSign({ start: link.end, end: link.end + 1 }, sign));
    }
  },
});

/** `[A](..) [B](..)`: nothing says what the second link is to the first. */
function ofTwoItems(gap: Range): Report {
  return {
    at: gap,
    message: 'There is nothing between two links: each is an item of its own',
    fixes: [{ title: 'Make two items', preferred: true, edits: () => [{ ...gap, text: '\n* ' }] }],
  };
}

/** A full stop or a comma, as after a sentence. */
function ofSign(at: Range, sign: string): Report {
  return {
    at,
    severity: 'info',
    message: `“${sign}” after the link is not needed`,
    fixes: [{ title: `Delete “${sign}”`, preferred: true, edits: () => [{ ...at, text: '' }] }],
  };
}

/** `(with async)`, `(Bahasa Indonesia)` */
const REMARK = /^\s*\((?=[^()[\]]*\p{L})([^()[\]]*)\)[.,]?\s*$/u;
/** What joins a link to something that is not there. */
const DANGLING = /^\s*(?:[.,;]|[:|/+&–—-]+)\s*$/;
/** Longer ones are descriptions. */
const LONGEST_REMARK = 60;

function remarkIn(text: string): string | undefined {
  const remark = REMARK.exec(text)?.[1];
  return remark && remark.length <= LONGEST_REMARK ? remark : undefined;
}

/** The longest title that nobody shortens again. */
const MOST_WORDS = 14;
/** A description, with what joins it to the link: up to its first full stop or colon. */
const DESCRIPTION = /^\s*(?:([-–—])\s+|:\s*)?(\p{L}[^\n]*?)(?:[.:;!?](?=\s|$)|(?<!\s)\s*$)/u;

/** The first sentence of a description, as the second part of the title. */
function intoTitle(title: string, { textRange, url }: Link, at: Range, text: string): Fix[] {
  const [, dash = '-', sentence] = DESCRIPTION.exec(text) ?? [];
  if (sentence === undefined || /[[\]<>]/.test(sentence) || sentence.split('`').length % 2 === 0) return [];
  if (wordCount(`${title} ${sentence}`) > MOST_WORDS || title === '') return [];
  const web = parseUrl(url);
  if (web && siteNameIn(`${title} ${dash} ${sentence}`, web)) return [];
  return [
    {
      title: `Move “${sentence}” into the title`,
      edits: () => [
        { start: textRange.end, end: textRange.end, text: ` ${dash} ${sentence}` },
        { ...at, text: '' },
      ],
    },
  ];
}

/** A remark belongs into the title, one that a marker stands for before the link. */
function ofRemark(prefix: MarkerPrefix, link: Link, remark: string, end: number): Report {
  const at = { start: link.end, end };
  const marker = markerOf(remark) ?? markerOf(remark.replace(/^in |[ -](?:language|only)$/gi, ''));
  const remove = { ...at, text: '' };
  const inTitle = { start: link.textRange.end, end: link.textRange.end, text: ` (${remark.trim()})` };
  const before = { start: prefix.link.start, end: prefix.link.start, text: `[${marker}] ` };
  const there = prefix.words.some((word) => word.marker === marker);
  const toTitle = { title: 'Move it into the title', edits: () => [inTitle, remove] };
  return {
    at,
    severity: 'info',
    message: marker
      ? `“${remark.trim()}” is what the marker [${marker}] before the link is for`
      : `The remark “${remark.trim()}” is outside the link: it belongs in the title, or is not needed`,
    fixes: marker
      ? [
          {
            title: there ? 'Delete the remark' : `Write [${marker}] before the link`,
            preferred: true,
            edits: () => (there ? [remove] : [before, remove]),
          },
          toTitle,
        ]
      : [
          { ...toTitle, preferred: true },
          { title: 'Delete the remark', edits: () => [remove] },
        ],
  };
}

/** A stretch of text without the comments in it. */
function without(text: string, { start, end }: Range, comments: readonly Range[]): string {
  let kept = '';
  let from = start;
  for (const comment of comments) {
    if (comment.start < from || comment.end > end) continue;
    kept += text.slice(from, comment.start);
    from = comment.end;
  }
  return kept + text.slice(from, end);
}

function isJoint(text: string): boolean {
  return JOINTS.test(text);
}
