import type { Nodes, Root } from 'mdast';
import type { Range } from '../../text/sourceText';
import { isFitForGitHub, parseGitHub } from '../index';
import { isPlainlyRead } from './plainlyRead';

/** What a reader of Markdown makes of a line; the number of an item is its depth, that of a heading its level. */
export type Reading = 'text' | 'code' | 'table' | 'quote' | 'other' | `item ${number}` | `heading ${number}`;

/** Lines that the site reads otherwise than GitHub (CommonMark with tables). */
export interface Difference extends Range {
  /** What stands differently: whole lines, or something within them. */
  readonly what: 'lines' | 'link' | 'emphasis';
  readonly site: Reading;
  readonly github: Reading;
  /** The piece of text, up to blank lines, in which it stands: whatever is wrong with it is wrong here. */
  readonly piece: Range;
}

interface Reader {
  /** By line; undefined for lines that show nothing. */
  readonly lines: (Reading | undefined)[];
  readonly links: number[];
  readonly emphasis: number[];
}

/** Compares the two readings of a chunk. @param tree what the site makes of it */
export function findDifferences(text: string, tree: Root): Difference[] {
  const lines = text.split(/\r\n?|\n/);
  // Most of an issue is headings and lists of links: a second parser has nothing to tell about them.
  if (isPlainlyRead(lines) || !isFitForGitHub(text)) return [];
  const site = read(tree, lines.length);
  const github = read(parseGitHub(text), lines.length);
  const starts = [...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length);
  const range = (n: number): Range => {
    const start = n === 0 ? 0 : starts[n - 1]!;
    const line = lines[n]!;
    return { start: start + (line.length - line.trimStart().length), end: start + line.trimEnd().length };
  };
  const pieces = findPieces(lines);
  const found: Difference[] = [];
  let last: { difference: Difference; line: number } | undefined;
  for (let n = 0; n < lines.length; n += 1) {
    const here = differ(n, site, github);
    if (!here) continue;
    const [from, to] = pieces[n]!;
    const difference = { ...here, ...range(n), piece: { start: range(from).start, end: range(to).end } };
    if (last && last.line === n - 1 && isSame(last.difference, difference)) {
      const longer = { ...last.difference, end: difference.end };
      found[found.length - 1] = longer;
      last = { difference: longer, line: n };
    } else {
      found.push(difference);
      last = { difference, line: n };
    }
  }
  return found;
}

function isSame(a: Difference, b: Difference): boolean {
  return a.what === b.what && a.site === b.site && a.github === b.github;
}

function differ(
  n: number,
  site: Reader,
  github: Reader,
): Pick<Difference, 'what' | 'site' | 'github'> | undefined {
  const here = site.lines[n];
  const there = github.lines[n];
  if (!here || !there || here === 'other' || there === 'other') return undefined;
  if (here !== there) return { what: 'lines', site: here, github: there };
  if (github.links[n]! > site.links[n]!) return { what: 'link', site: here, github: there };
  if (github.emphasis[n]! > site.emphasis[n]!) return { what: 'emphasis', site: here, github: there };
  return undefined;
}

/** For each line the first and last line of what stands together with it between blank lines. */
function findPieces(lines: readonly string[]): [number, number][] {
  const pieces: [number, number][] = [];
  for (let n = 0; n < lines.length; n += 1) {
    const above = n > 0 && lines[n]!.trim() !== '' && lines[n - 1]!.trim() !== '' ? pieces[n - 1] : undefined;
    const piece = above ?? [n, n];
    piece[1] = n;
    pieces.push(piece);
  }
  return pieces;
}

function read(tree: Root, count: number): Reader {
  const reader: Reader = {
    lines: Array.from({ length: count }),
    links: Array.from({ length: count }, () => 0),
    emphasis: Array.from({ length: count }, () => 0),
  };
  const visit = (node: Nodes, depth: number, quoted: boolean): void => {
    const first = (node.position?.start.line ?? 0) - 1;
    const last = Math.min((node.position?.end.line ?? 0) - 1, count - 1);
    if (first < 0) return;
    const fill = (reading: Reading, over = true) => {
      for (let n = first; n <= last; n += 1) if (over || !reader.lines[n]) reader.lines[n] = reading;
    };
    switch (node.type) {
      case 'heading':
        fill(`heading ${node.depth}`);
        break;
      case 'code':
        fill('code');
        return;
      case 'table':
        fill('table');
        break;
      case 'html':
      case 'definition':
      case 'thematicBreak':
        // HTML within a line leaves the line what it is.
        if (node.type !== 'html' || !reader.lines[first]) fill('other');
        return;
      case 'paragraph':
        fill(quoted ? 'quote' : 'text', false);
        break;
      case 'listItem':
        reader.lines[first] = `item ${depth}`;
        break;
      case 'link':
      case 'linkReference':
      case 'image':
      case 'imageReference':
        reader.links[first]! += 1;
        break;
      case 'strong':
      case 'emphasis':
        reader.emphasis[first]! += 1;
        break;
    }
    if (!('children' in node)) return;
    for (const child of node.children)
      visit(child, node.type === 'list' ? depth + 1 : depth, quoted || node.type === 'blockquote');
  };
  for (const child of tree.children) visit(child, -1, false);
  return reader;
}
