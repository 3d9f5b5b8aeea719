import type { Item } from '../newsletter/issue/items';
import type { Piece } from '../newsletter/issue/piece';
import { misplacedMarker } from '../newsletter/markers/misplaced';
import { readPrefix } from '../newsletter/markers/prefix';
import { definePieceRule, type Report } from './rule';

/** What the team means to do, and what became of an RFC: in the project's lists, to Markdown plain text. */
const PROJECT_MARKER = String.raw`[[(][ \t]*(?:(new|updated)|disposition:?[ \t]*(merge|close|postpone|unspecified))[ \t]*[\])]`;
const AT_START = new RegExp(`^\\s*${PROJECT_MARKER}\\s*`, 'i');
const AT_END = new RegExp(`\\s*${PROJECT_MARKER}\\s*$`, 'i');

/** Markers inside a title or behind the link (README). */
export default definePieceRule({
  id: 'marker-position',
  in: ['community', 'fcp', 'new-rfcs'],
  summary: 'A marker is inside the title or after the link',
  why: 'Markers come before the link, where readers see them first.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'inside the title',
      bad: '## Updates from Rust Community\n\n* [A talk (Video)](https://example.com/talk)\n',
      found: ['3:10-18: [video] belongs before the link, not in the title'],
      fixes: ['Move it before the link'],
      good: '## Updates from Rust Community\n\n* [video] [A talk](https://example.com/talk)\n',
    },
    {
      title: 'after the link',
      bad: '## Updates from Rust Community\n\n* [A talk](https://example.com/talk) [video]\n',
      found: ['3:37-45: [video] belongs before the link, not after the link'],
      fixes: ['Move it before the link'],
      good: '## Updates from Rust Community\n\n* [video] [A talk](https://example.com/talk)\n',
    },
    {
      title: 'both words of the form',
      bad: '## Updates from the Rust Project\n\n### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)\n* [new|updated] [A text](https://github.com/rust-lang/rfcs/pull/1)\n',
      found: ['4:3-16: This marker is written “[new]” or “[updated]”'],
      fixes: ['Write “[new]”', 'Write “[updated]”'],
      good: '## Updates from the Rust Project\n\n### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)\n* [new] [A text](https://github.com/rust-lang/rfcs/pull/1)\n',
    },
  ],
  check(piece, report) {
    for (const item of piece.communityItems) {
      const prefix = readPrefix(piece, item);
      const found = prefix && misplacedMarker(piece, item, prefix);
      if (!found) continue;
      const there = prefix.words.some(({ marker }) => marker === found.marker);
      report({
        at: { start: found.start, end: found.end },
        message: there
          ? `The marker [${found.marker}] is before the link already`
          : `[${found.marker}] belongs before the link, not ${found.start < prefix.link.textRange.end ? 'in the title' : 'after the link'}`,
        fixes: [
          {
            title: there ? 'Remove the second one' : 'Move it before the link',
            preferred: true,
            edits: () => [
              { start: found.start, end: found.end, text: '' },
              ...(there
                ? []
                : [{ start: prefix.link.start, end: prefix.link.start, text: `[${found.marker}] ` }]),
            ],
          },
        ],
      });
    }
    for (const section of piece.areas) {
      const { key = '' } = section.spec ?? {};
      if (key !== 'new-rfcs' && !key.startsWith('fcp')) continue;
      for (const item of section.items) {
        const found =
          projectMarker(piece, item) ?? (key === 'new-rfcs' ? damagedMarker(piece, item) : undefined);
        if (found) report(found);
      }
    }
  },
});

/** `[new]` or `[disposition: close]` in the title of an item's only link, or behind it. */
function projectMarker(piece: Piece, item: Item): Report | undefined {
  const [link, more] = item.links;
  if (!link || more || link.kind === 'autolink') return undefined;
  const title = piece.source.slice(link.textRange);
  const behind = piece.source.text.slice(link.end, item.content.end);
  for (const [pattern, text, offset] of [
    [AT_START, title, link.textRange.start],
    [AT_END, title, link.textRange.start],
    [AT_START, behind, link.end],
  ] as const) {
    const match = pattern.exec(text);
    if (!match || (match[0].length === text.length) !== (offset === link.end)) continue;
    const marker = `[${match[1] ? match[1].toLowerCase() : `disposition: ${match[2]!.toLowerCase()}`}]`;
    const at = { start: offset + match.index, end: offset + match.index + match[0].length };
    return {
      at,
      message: `${marker} belongs before the link, not ${offset === link.end ? 'after the link' : 'in the title'}`,
      fixes: [
        {
          title: 'Move it before the link',
          preferred: true,
          edits: () => [
            { ...at, text: '' },
            { start: link.start, end: link.start, text: `${marker} ` },
          ],
        },
      ],
    };
  }
  return undefined;
}

/** `NEW`, `(updated)` or `[update]` before a link; `[new|updated]` as the form has it. */
function damagedMarker(piece: Piece, { content, links }: Item): Report | undefined {
  const at = { start: content.start, end: links[0]?.start ?? content.start };
  const text = piece.source.slice(at);
  const [, word, other] =
    /^[[(]?[ \t]*(new|updated?)([|/](?:new|updated))?[ \t]*[\])]?:?[ \t]*$/i.exec(text) ?? [];
  if (!word) return undefined;
  const right = other ? ['[new]', '[updated]'] : [/^n/i.test(word) ? '[new]' : '[updated]'];
  if (text === `${right[0]} `) return undefined;
  return {
    at: { start: at.start, end: at.start + text.trimEnd().length },
    message: `This marker is written “${right.join('” or “')}”`,
    fixes: right.map((marker) => ({
      title: `Write “${marker}”`,
      ...(other ? {} : { preferred: true }),
      edits: () => [{ ...at, text: `${marker} ` }],
    })),
  };
}
