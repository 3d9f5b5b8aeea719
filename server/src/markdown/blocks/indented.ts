import { dedent, type Line } from './lines';
import { appendItem } from './list';
import type { BlockParser } from './parser';
import { type Draft, isItem, isList, lastChild, unwrapBare } from './tree';

/**
 * A piece indented by four columns or more inside or behind a list. It belongs to the item which stands
 * open at its depth: each list on the way down takes four columns, and never more than there are.
 */
export function indentedInList(parser: BlockParser, parent: Draft, lines: readonly Line[]): void {
  const [level, target] = openItem(parser, parent, lines[0]!);
  const content = dedentWhereIndented(parser.text, lines, level);
  const last = lastChild(target);
  if (isItem(parent)) {
    const nested = lastChild(parent);
    parser.parseLines(isList(nested) ? nested : parent, content, 'indented');
  } else if (isItem(target)) {
    parser.parseLines(target, content, 'indented');
  } else if (last && isItem(last)) {
    unwrapBare(last.children[0]);
    parser.parseLines(last, content, 'indented');
  } else {
    parser.parseLines(appendItem(target, lines[0]!.first), content, 'indented');
  }
}

function openItem(parser: BlockParser, parent: Draft, first: Line): [level: number, target: Draft] {
  const depth = Math.floor(first.indent / 4);
  let level = parser.state === 'list' ? 1 : 0;
  let target = parent;
  while (depth > level) {
    const child = lastChild(target);
    if (!child || !(isList(child) || isItem(child))) break;
    if (isList(child)) level++;
    target = child;
  }
  return [level, target];
}

/** Takes four columns for each level off the lines that have them; the others keep what they have. */
export function dedentWhereIndented(text: string, lines: readonly Line[], levels: number): Line[] {
  const columns = 4 * levels;
  return lines.map((line) => (line.indent >= columns ? dedent(text, line, columns) : line));
}
