import type { SiteLine } from '../newsletter/issue/lines';
import {
  bulletsOf,
  indentEdit,
  isForeignBullet,
  isReformatted,
  itemForms,
} from '../newsletter/issue/listForm';
import type { IssuePart } from '../newsletter/issue/part';
import type { Piece } from '../newsletter/issue/piece';
import type { Edit } from '../text/edits';
import { defineIssueRule, type Fact, type Placed } from './rule';

export default defineIssueRule({
  id: 'formatter-damage',
  summary: 'A Markdown formatter went over the text',
  why: 'Formatters for other kinds of Markdown change every list of the issue: the diff is unreadable, and the site loses the nesting of all events (2025-07-31, 2025-09-04).',
  severity: 'warning',
  fix: 'always',
  tags: ['repair'],
  inTemplate: true,
  examples: [
    {
      title: 'the footer in underscores',
      bad: '_This Week in Rust is edited by: [somebody](https://example.com/somebody)_\n',
      found: ['1:1-75: The newsletter writes emphasis with *, not with _'],
      fixes: ['Use *'],
      good: '*This Week in Rust is edited by: [somebody](https://example.com/somebody)*\n',
    },
  ],
  checkPiece(piece, report) {
    for (const line of piece.lines) {
      const marks = underscores(piece, line);
      if (!marks) continue;
      report({
        at: { start: line.first, end: marks.at(-1)!.end },
        message: 'The newsletter writes emphasis with *, not with _',
        fixes: [{ title: 'Use *', all: true, edits: () => marks }],
      });
    }
  },
  facts(piece) {
    const { bullets, foreign } = bulletsOf(piece);
    const first = piece.lines.find(
      (line) => line.kind === 'item' && line.lost !== 'code' && isForeignBullet(line),
    );
    const items = piece.lines.filter((line) => line.kind === 'item' && line.lost !== 'code').length;
    const at = first ? { start: first.first, end: first.end } : { start: 0, end: 0 };
    return items > 0 ? [{ at, bullets, foreign, items }] : [];
  },
  check(_, lists: readonly Placed<Bullets>[], report) {
    const sum = (of: (list: Placed<Bullets>) => number) => lists.reduce((all, list) => all + of(list), 0);
    const foreign = sum((list) => list.foreign);
    if (!isReformatted({ bullets: sum((list) => list.bullets), foreign })) return;
    report({
      at: lists.find((list) => list.foreign > 0)!.at,
      message: `A formatter changed the lists: ${foreign} of ${sum((list) => list.items)} items are not written with * and four spaces`,
      fixes: (issue) => [
        { title: 'Restore the house style of all lists', all: true, edits: () => listEdits(issue) },
      ],
    });
  },
});

/** The lists of a piece: how many bullets they have, and where the first foreign one is. */
interface Bullets extends Fact {
  readonly bullets: number;
  readonly foreign: number;
  /** Numbered ones, too. */
  readonly items: number;
}

function listEdits(issue: IssuePart): Edit[] {
  return itemForms(issue).flatMap(({ line, level }) => [
    ...(line.indent === level * 4 ? [] : [indentEdit(line, level * 4)]),
    ...(isForeignBullet(line) ? [{ start: line.first, end: line.first + 1, text: '*' }] : []),
  ]);
}

/** Words of the fixed text that stand in italics; the sentences for empty sections have a rule of their own. */
const FIXED = /^_(?:This Week in Rust_(?= is )|(?:This Week in Rust is edited|Email list hosting)\b.*_$)/;

/** The two marks around them. */
function underscores(piece: Piece, line: SiteLine): Edit[] | undefined {
  if (line.kind !== 'text' || piece.source.text.charCodeAt(line.first) !== 95) return undefined;
  const text = FIXED.exec(piece.source.text.slice(line.first, line.end).trimEnd())?.[0];
  if (!text) return undefined;
  const end = line.first + text.length;
  return [
    { start: line.first, end: line.first + 1, text: '*' },
    { start: end - 1, end, text: '*' },
  ];
}
