import {
  isEntryWithoutBullet,
  startsLikeEntry,
  startsLikeEvent,
  startsLikeLink,
  strayBullet,
} from '../newsletter/issue/entries';
import type { SiteLine } from '../newsletter/issue/lines';
import type { Piece } from '../newsletter/issue/piece';
import { mediumOf, parseUrl } from '../newsletter/links/url';
import { normalizeTitle } from '../newsletter/sections/titles';
import type { Range } from '../text/sourceText';
import { definePieceRule, type Fix, type Report } from './rule';

export default definePieceRule({
  id: 'list-item-bullet-missing',
  summary: 'An item without a bullet, or without a space after it',
  why: 'The site joins the line with the item above, or makes a paragraph of it (#7525, #7265, #6835).',
  severity: 'error',
  fix: 'sometimes',
  examples: [
    {
      title: 'a link between items',
      bad: '* [A post](https://example.com/a)\n[Another](https://example.com/b)\n* [A third](https://example.com/c)\n',
      found: ['2:1-33: The bullet * is missing before the link'],
      fixes: ['Add the bullet'],
      good: '* [A post](https://example.com/a)\n* [Another](https://example.com/b)\n* [A third](https://example.com/c)\n',
    },
    {
      title: 'no space after the bullet',
      bad: '*[A post](https://example.com/a)\n',
      found: ['1:1-2: There is no space after the bullet: the site makes no item of this line'],
      fixes: ['Add the space'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'another sign',
      bad: '## Updates from Rust Community\n\n### Research\n• [A post](https://example.com/a)\n1. [Another](https://example.com/b)\n',
      found: ['4:1-34: An item begins with *, not with •', '5:1-36: An item begins with *, not with 1.'],
      fixes: ['Use *'],
      good: '## Updates from Rust Community\n\n### Research\n* [A post](https://example.com/a)\n* [Another](https://example.com/b)\n',
    },
  ],
  check(piece, report) {
    for (const line of piece.lines) {
      const found = glued(piece, line) ?? hashed(piece, line) ?? bare(piece, line);
      if (found) report(found);
    }
  },
});

/** `*[A post](..)` */
function glued(piece: Piece, line: SiteLine): Report | undefined {
  if (line.kind !== 'text' || line.lost) return undefined;
  // The dash before the source of a quote, which qotw-dash tells.
  if (piece.mainAt(line.start) === 'qotw') return undefined;
  const text = piece.source.text.slice(line.first, line.end).trimEnd();
  // A bullet without its space begins no item.
  const bullets = /^[*+-]{1,3}[ \t]*(?=\[|\d{4}-\d)/.exec(text)?.[0];
  if (!bullets) return undefined;
  // `*[a link](..) in italics*`
  if (text.startsWith('*') && text.endsWith('*')) return undefined;
  if (!startsLikeEntry(text.slice(bullets.length))) return undefined;
  const at = line.first + 1;
  if (bullets.length > 1) {
    const run = { start: line.first, end: line.first + bullets.length };
    return {
      at: run,
      message: `An item begins with one bullet and a space, not with ${bullets.trim()}: the site makes no item of this line`,
      fixes: [{ title: 'Use *', all: true, edits: () => [{ ...run, text: '* ' }] }],
    };
  }
  return {
    at: { start: line.first, end: at },
    message: 'There is no space after the bullet: the site makes no item of this line',
    fixes: [{ title: 'Add the space', all: true, edits: () => [{ start: at, end: at, text: ' ' }] }],
  };
}

/** `# 2025-09-20 | ..` */
function hashed(piece: Piece, line: SiteLine): Report | undefined {
  if (line.kind !== 'heading') return undefined;
  // The marks of a heading that is known.
  const match = /^#+[ \t]*/.exec(piece.source.text.slice(line.start, line.end));
  // A heading inside an item, or one that is underlined, begins with something else.
  if (!match) return undefined;
  const start = line.start + match[0].length;
  if (!startsLikeEvent(piece.source.text.slice(start, line.end))) return undefined;
  const at = { start: line.start, end: start };
  return {
    at,
    message: 'This event is a heading: it needs the bullet *, not #',
    fixes: [{ title: 'Make it an item', all: true, edits: () => [{ ...at, text: '* ' }] }],
  };
}

/** `[A post](..)` or `2025-09-20 | ..` where items stand, perhaps behind something that is no bullet. */
function bare(piece: Piece, line: SiteLine): Report | undefined {
  const { kind, lost } = line;
  const numbered = kind === 'item' && line.bullet === '1' && lost !== 'code';
  if (!numbered && (lost || (kind !== 'text' && kind !== 'quote'))) return undefined;
  const whole = piece.source.text.slice(line.first, line.end).trimEnd();
  const stray = strayBullet(whole);
  if (kind !== 'text' && stray === '') return undefined;
  const text = whole.slice(stray.length);
  const event = startsLikeEvent(text);
  if (!event && !(startsLikeLink(text) && isItemPlace(piece, line))) return undefined;
  const title = line.indent > 0 && isTitleLine(piece, line);
  const at: Range = { start: line.start, end: line.first + stray.length };
  return {
    at: { start: line.first, end: line.first + whole.length },
    message: stray
      ? `An item begins with *, not with ${stray.trim()}`
      : `The bullet * is missing before the ${event ? 'event' : 'link'}`,
    fixes: [
      {
        title: stray ? 'Use *' : 'Add the bullet',
        ...(event || title || isWholeEntry(piece, line, whole) ? { all: true } : { preferred: true }),
        edits: () => [{ ...at, text: title ? '    * ' : '* ' }],
      },
      ...withMarker(piece, at, text),
    ],
  };
}

/** A link to a video lacks its marker as well. */
function withMarker({ links }: Piece, at: Range, text: string): Fix[] {
  const link = links.find(({ start }) => start === at.end);
  const web = link && text.startsWith('[') ? parseUrl(link.url) : undefined;
  const medium = web && mediumOf(web);
  if (!medium) return [];
  return [{ title: `Add the bullet and [${medium}]`, edits: () => [{ ...at, text: `* [${medium}] ` }] }];
}

/** Whether a line is a link with its markers and nothing else, so that it can be nothing but an item. */
function isWholeEntry(piece: Piece, line: SiteLine, text: string): boolean {
  const link = piece.links.find(({ start }) => start >= line.first && start < line.end);
  return link?.kind === 'inline' && link.url !== '' && link.end === line.first + text.length;
}

/** Sections that hold nothing but items. */
const ITEMS_ONLY = /^(?:community|events|project|cfp)\/|^(?:approved-rfcs|new-rfcs|fcp)(?:\/|$)/;

function isItemPlace(piece: Piece, line: SiteLine): boolean {
  const above = piece.lines[line.number - 1];
  const below = piece.lines[line.number + 1];
  const section = piece.sectionAt(line.start);
  const key = section?.spec?.key ?? '';
  if (continues(piece, line)) return false;
  // The name of a group, without its `#####`: another rule's finding.
  if (key.startsWith('fcp') && isGroupName(piece, line)) return false;
  if (ITEMS_ONLY.test(key)) return true;
  const under = above?.kind === 'item' && !above.lost;
  const over = below?.kind === 'item';
  if (section?.parent?.spec?.key === 'community' || key === 'community') return under || over;
  return under && (over || line.indent < 2);
}

/** Whether a line goes on with the sentence of the line above. */
function continues(piece: Piece, line: SiteLine): boolean {
  if (line.head === line.number) return false;
  const head = piece.lines[line.head]!;
  const above = piece.source.slice(piece.lines[line.number - 1]!).trimEnd();
  if (head.kind === 'text') return !isEntryWithoutBullet(piece.source.text.slice(head.first, head.end));
  return /(?:[+,|&(:;]|\b(?:and|or|by|in|of|the|see|from|to|for|with|on|at))$/.test(above);
}

function isTitleLine(piece: Piece, line: SiteLine): boolean {
  const above = piece.lines[line.number - 1];
  if (above?.kind !== 'item') return false;
  const head = piece.source.text.slice(above.first + 1, above.first + 80).trimStart();
  return startsLikeEvent(head);
}

function isGroupName(piece: Piece, line: SiteLine): boolean {
  const title = normalizeTitle(piece.source.slice(line));
  return piece.profile.sections.some((spec) => normalizeTitle(spec.title) === title);
}
