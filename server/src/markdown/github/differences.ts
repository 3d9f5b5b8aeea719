import type { Root } from 'mdast';
import type { Range } from '../../text/sourceText';
import { type LineReadings, type Reading, readTree } from './lineReadings';
import type { GitHubReadings } from './readings';
import { cutRuns, type Run } from './runs';

/** Lines that the site reads otherwise than GitHub. */
export interface Difference extends Range {
  /** What stands differently: whole lines, or something within them. */
  readonly what: 'lines' | 'link' | 'emphasis';
  readonly site: Reading;
  readonly github: Reading;
  /** The piece of text, up to blank lines, in which it stands: whatever is wrong with it is wrong here. */
  readonly piece: Range;
}

/**
 * Compares the two readings of a chunk.
 *
 * @param tree what the site makes of it
 * @param github keeps what GitHub makes of the parts
 */
export function findDifferences(text: string, tree: Root, github: GitHubReadings): Difference[] {
  const lines = text.split(/\r\n?|\n/);
  // Most of an issue is headings and lists of links: a second parser has nothing to tell about them.
  const runs = cutRuns(lines).filter(({ plain }) => !plain);
  if (runs.length === 0) return [];
  const site = readTree(tree, text, lines.length);
  const starts = [...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length);
  const range = (n: number): Range => {
    const start = n === 0 ? 0 : starts[n - 1]!;
    const line = lines[n]!;
    return { start: start + (line.length - line.trimStart().length), end: start + line.trimEnd().length };
  };
  const pieces = findPieces(lines);
  github.expect(runs.length);
  const found: Difference[] = [];
  let last: { difference: Difference; line: number } | undefined;
  const numbers = runs.flatMap((run) => differing(run, lines, site, github));
  for (const { n, ...here } of numbers) {
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

type LineDifference = Pick<Difference, 'what' | 'site' | 'github'> & { readonly n: number };

/** The lines of a run that are read differently. */
function differing(
  { first, end }: Run,
  lines: readonly string[],
  site: LineReadings,
  github: GitHubReadings,
): LineDifference[] {
  const own = lines.slice(first, end);
  const there = github.read(own);
  if (!there) return [];
  return own.flatMap((_, index) => differ(first + index, site, there, index) ?? []);
}

/** @param index of the line in GitHub's reading */
function differ(
  n: number,
  site: LineReadings,
  github: LineReadings,
  index: number,
): LineDifference | undefined {
  const here = site.lines[n];
  const there = github.lines[index];
  if (!here || !there || here === 'other' || there === 'other') return undefined;
  const both = { n, site: here, github: there };
  if (here !== there) return { ...both, what: 'lines' };
  if (github.links[index]! > site.links[n]!) return { ...both, what: 'link' };
  if (github.emphasis[index]! > site.emphasis[n]!) return { ...both, what: 'emphasis' };
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
