import type { Bracket } from '../newsletter/issue/brackets';
import type { Edit } from '../text/edits';
import { definePieceRule } from './rule';

export default definePieceRule({
  id: 'link-text-padding',
  summary: 'Spaces at the edge of a title, of its bold, or of its address',
  why: 'The space is underlined with the link; inside bold it makes the site show the asterisks.',
  severity: 'info',
  fix: 'always',
  tags: ['repair', 'url', 'organiser-url'],
  inTemplate: true,
  examples: [
    {
      title: 'a space before the bracket',
      bad: '* [A post ](https://example.com/a)\n',
      found: ['1:3-12: There are spaces at the edge of this title'],
      fixes: ['Remove the spaces'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'a space inside bold',
      bad: '* 2026-03-05 | Virtual | [Some Group](https://example.com/group)\n    * [**Hack Night **](https://example.com/event)\n',
      found: ['2:7-24 warning: There are spaces inside the asterisks: the site shows the asterisks'],
      fixes: ['Remove the spaces'],
      good: '* 2026-03-05 | Virtual | [Some Group](https://example.com/group)\n    * [**Hack Night**](https://example.com/event)\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.source;
    for (const { pairs } of piece.brackets) {
      for (const pair of pairs) {
        if (!isLink(text, pair)) continue;
        if (TWO_PAIRS.test(text.slice(pair.start, pair.end)))
          report({
            at: { start: pair.start, end: pair.end },
            severity: 'warning',
            message: 'There are two pairs of brackets around this title',
            fixes: [
              {
                title: 'Remove one pair',
                all: true,
                edits: () => [
                  { start: pair.start, end: pair.start + 1, text: '' },
                  { start: pair.end - 1, end: pair.end, text: '' },
                ],
              },
            ],
          });
        const inner = trim(text, pair.start + 1, pair.end - 1);
        if (!inner) continue;
        const bold = boldPadding(text, pair);
        const edits = [...inner, ...bold];
        if (edits.length > 0) {
          report({
            at: { start: pair.start, end: pair.end },
            ...(bold.length > 0 ? { severity: 'warning' as const } : {}),
            message:
              bold.length > 0
                ? 'There are spaces inside the asterisks: the site shows the asterisks'
                : 'There are spaces at the edge of this title',
            fixes: [{ title: 'Remove the spaces', all: true, edits: () => edits }],
          });
        }
        const around = pair.target ? trim(text, pair.target.start + 1, pair.target.end - 1) : undefined;
        if (around && around.length > 0) {
          report({
            at: pair.target!,
            message: 'There are spaces around this address',
            fixes: [{ title: 'Remove the spaces', all: true, edits: () => around }],
          });
        }
      }
    }
  },
});

/** `[[A post]]`, not `[[1]]` */
const TWO_PAIRS = /^\[\[[^[\]]* [^[\]]*\]\]$/;

function isLink(text: string, { target, end }: Bracket): boolean {
  if (target) return true;
  return text.startsWith('[', end) || text.startsWith(' (http', end);
}

/** @returns undefined when there is nothing but blanks */
function trim(text: string, start: number, end: number): Edit[] | undefined {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from += 1;
  while (to > from && isBlank(text, to - 1)) to -= 1;
  if (from === to) return undefined;
  const edits: Edit[] = [];
  if (from > start) edits.push({ start, end: from, text: '' });
  if (to < end) edits.push({ start: to, end, text: '' });
  return edits;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

/** Blanks behind the opening and before the closing stars of a link text that is bold altogether. */
function boldPadding(text: string, pair: Bracket): Edit[] {
  const inner = text.slice(pair.start + 1, pair.end - 1);
  // Asterisks with a space inside make nothing bold.
  const match = /^[ \t]*(\*\*)([ \t]*)(?=[^\s*])/.exec(inner);
  const tail = /\*\*[ \t]*$/.exec(inner);
  if (!match || !tail || tail.index < match[0].length) return [];
  // Stars in between: which belong together is not clear.
  if (inner.slice(match[0].length, tail.index).includes('**')) return [];
  const edits: Edit[] = [];
  const open = pair.start + 1 + match[0].length;
  if (match[2]) edits.push({ start: open - match[2].length, end: open, text: '' });
  let end = tail.index;
  while (inner[end - 1] === ' ' || inner[end - 1] === '\t') end -= 1;
  if (end < tail.index)
    edits.push({ start: pair.start + 1 + end, end: pair.start + 1 + tail.index, text: '' });
  return edits;
}
