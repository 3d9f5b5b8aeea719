import type { Item } from '../newsletter/issue/items';
import { bulletRun } from '../newsletter/issue/listForm';
import type { Piece } from '../newsletter/issue/piece';
import { addressIn, linkInstead } from '../newsletter/links/linkInstead';
import { noneSentencesOf } from '../newsletter/sections/noneSentences';
import { snippetText } from '../text/snippet';
import { holds, overlapsAny, type Range } from '../text/sourceText';
import { definePieceRule, type Fix, type Report } from './rule';

/** Sections whose lists are of links. Events have rules of their own. */
const LINK_LISTS = /^(?:community|cfp|project|approved-rfcs|approved-mcps|fcp|new-rfcs)$/;

/** A line with an item of somebody's own, not one of the template's examples. */
const HIDDEN = /^[*-] (?:\[\w+\] ?)*\[[^\]\r\n]+\]\(https?:\/\/(?!example\.com\/)[^)\s]+\).*$/gm;

/** What the site makes of a line counts: it may show brackets and address, or nothing at all. */
export default definePieceRule({
  id: 'item-without-link',
  in: ['community', 'cfp', 'project', 'approved-rfcs', 'approved-mcps', 'fcp', 'new-rfcs'],
  summary: 'An item of a list of links has no link',
  why: 'Readers cannot open it. The site shows the brackets and the address as text, or an empty bullet.',
  severity: 'error',
  fix: 'sometimes',
  tags: ['changesSite', 'url'],
  yieldsTo: [
    'html-unescaped',
    'link-form',
    'link-split',
    'list-item-bullet-missing',
    'list-items-on-one-line',
    'merge-conflict',
    'none-sentence-form',
    'placeholder-unfilled',
    'reference-undefined',
  ],
  examples: [
    {
      title: 'a colon before the address',
      bad: '## Updates from Rust Community\n\n* [A post]: https://example.com/a\n',
      found: ['3:3-34: The site makes no link of this item'],
      fixes: ['Make it a link'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/a)\n',
    },
    {
      title: 'no brackets',
      bad: '## Updates from Rust Community\n\n* A post (https://example.com/a)\n',
      found: ['3:3-33: The site makes no link of this item'],
      fixes: ['Make it a link'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/a)\n',
    },
    {
      title: 'two bullets',
      bad: '## Updates from Rust Community\n\n* * [A post](https://example.com/a)\n',
      found: ['3:1-5: This item has more than one bullet: the site nests it in an empty one'],
      fixes: ['Keep one bullet'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/a)\n',
    },
    {
      title: 'in the comment',
      bad: '## Updates from Rust Community\n\n<!--\n\n* [Title of the linked Page](https://example.com/my_article)\n* [A post](https://example.org/a)\n\n-->\n\n### Official\n',
      found: [
        '6:1-34: This item is in a comment, where no reader sees it: it belongs below, under a heading',
      ],
      good: '## Updates from Rust Community\n\n<!--\n\n* [Title of the linked Page](https://example.com/my_article)\n\n-->\n\n### Official\n* [A post](https://example.org/a)\n',
    },
  ],
  check(piece, report) {
    const sentences = noneSentencesOf(piece);
    const tell = (item: Item) => {
      const found = ofItem(piece, item, sentences);
      if (found) report(found);
      item.children.forEach(tell);
    };
    for (const item of piece.items) if (inLinkList(piece, item.start)) tell(item);
    for (const at of hiddenItems(piece))
      report({
        at,
        message: 'This item is in a comment, where no reader sees it: it belongs below, under a heading',
      });
    for (const { kind, bullet, lost, first, end, start, number } of piece.lines) {
      if ((kind !== 'item' && kind !== 'text') || bullet === '1' || lost) continue;
      // A bullet with nothing after it begins no item.
      if (!/^[*+-]\s*$/.test(piece.source.text.slice(first, end)) || !inLinkList(piece, start)) continue;
      report({
        at: { start: first, end: first + 1 },
        message: 'This bullet has nothing after it',
        fixes: [{ title: 'Delete the line', edits: () => [{ ...piece.source.fullLine(number), text: '' }] }],
      });
    }
  },
});

/** Items among the examples in the template's comment, which was taken for the list. */
function hiddenItems(piece: Piece): Range[] {
  return piece.comments.flatMap((comment) => {
    const text = piece.source.slice(comment);
    if (!text.includes('](https://example.com/my_') || piece.mainAt(comment.start) !== 'community') return [];
    return [...text.matchAll(HIDDEN)].map(({ index, 0: item }) => {
      const start = comment.start + index;
      return { start, end: start + item.trimEnd().length };
    });
  });
}

function inLinkList(piece: Piece, offset: number): boolean {
  return LINK_LISTS.test(piece.mainAt(offset) ?? '');
}

function ofItem(piece: Piece, item: Item, sentences: readonly Range[]): Report | undefined {
  const { source } = piece;
  const { content } = item;
  const text = source.slice(content);
  const bullets = bulletRun(source.text.slice(item.line.bullet, content.end));
  if (bullets.count > 1) {
    const at = { start: item.line.bullet, end: item.line.bullet + bullets.length };
    return {
      at,
      message: 'This item has more than one bullet: the site nests it in an empty one',
      fixes: [{ title: 'Keep one bullet', all: true, edits: () => [{ ...at, text: '* ' }] }],
    };
  }
  if (item.links.some(({ kind }) => kind !== 'image') || item.children.length > 0) return undefined;
  if (overlapsAny(sentences, content) || /^[*_]{0,3}No\b/i.test(text)) return undefined;
  // A comment instead of an item is a placeholder's; a tag for a link has a rule of its own.
  if (piece.comments.some(({ start }) => start === content.start)) return undefined;
  if (
    piece.html.some(
      ({ start, end }) => holds([content], start) && /^<a\b/i.test(source.text.slice(start, end)),
    )
  )
    return undefined;
  const fix = repair(piece, item, text);
  return {
    at: item.line.content,
    message: addressIn(text) ? 'The site makes no link of this item' : 'This item has no link',
    fixes: fix ? [fix] : [],
  };
}

function repair(piece: Piece, { content, links }: Item, text: string): Fix | undefined {
  const [image] = links;
  if (image) {
    const { start } = image;
    const single = links.length === 1 && piece.source.text[start] === '!';
    return single
      ? { title: 'Make it a link', preferred: true, edits: () => [{ start, end: start + 1, text: '' }] }
      : undefined;
  }
  const written = linkInstead(text);
  const address = addressIn(text);
  if (written === undefined && address && text.replace(address.url, '').trim() === '')
    return {
      title: 'Make it a link',
      snippet: true,
      edits: () => [{ ...content, text: `[\${1:Title}](${snippetText(address.url)})` }],
    };
  return written === undefined
    ? undefined
    : { title: 'Make it a link', preferred: true, edits: () => [{ ...content, text: written }] };
}
