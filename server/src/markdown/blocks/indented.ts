import { appendDescription } from './definition-list';
import { dedentWhereIndented, type Line } from './lines';
import { appendItem } from './list';
import type { Nesting } from './nesting';
import { type Draft, isItem, isList, lastChild, unwrapBare } from './tree';

/** A list of the kind that a piece is indented in, and what it consists of. */
interface Kind {
  readonly isList: (node: Draft | undefined) => node is Draft;
  readonly isItem: (node: Draft | undefined) => boolean;
  /** Begins an item where a list has none. */
  readonly append: (list: Draft, start: number) => Draft;
}

const LIST: Kind = { isList, isItem, append: appendItem };

/** Asked where the piece is in no list of items. */
const DEFINITIONS: Kind = {
  isList: (node): node is Draft => node?.node.type === 'defList' || isList(node),
  isItem: (node) => node?.node.type === 'defListDescription' || isItem(node),
  append: appendDescription,
};

/** The kind of list that a piece indented by four columns or more stands in; undefined in none. */
export function listAround(parent: Draft, extensions: boolean): Kind | undefined {
  const last = lastChild(parent);
  const kinds = extensions ? [LIST, DEFINITIONS] : [LIST];
  return kinds.find((kind) => kind.isItem(parent) || kind.isList(last));
}

/**
 * A piece indented by four columns or more inside or behind a list. It belongs to the item which stands
 * open at its depth: each list on the way down takes four columns, and never more than there are.
 */
export function indentedInList(
  parser: Nesting,
  parent: Draft,
  lines: readonly Line[],
  { isList, isItem, append }: Kind,
): void {
  const [level, target] = openItem(parser, parent, lines[0]!, { isList, isItem });
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
    parser.parseLines(append(target, lines[0]!.first), content, 'indented');
  }
}

function openItem(
  parser: Nesting,
  parent: Draft,
  first: Line,
  { isList, isItem }: Pick<Kind, 'isList' | 'isItem'>,
): [level: number, target: Draft] {
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
