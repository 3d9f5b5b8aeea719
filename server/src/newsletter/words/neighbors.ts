import { ReplacedHashes, type UsualWords } from './usualWords';

/**
 * The usual words, and a few others, that are a letter more, a letter less, another letter or a swap of two away from a
 * word: the swaps first, then those with a letter more, then the others, as often as fingers slip so.
 */
export function neighbors(word: string, usual: UsualWords): string[] {
  const swapped: string[] = [];
  const longer: string[] = [];
  const shorter: string[] = [];
  const other: string[] = [];
  const hashes = new ReplacedHashes(word);
  const replaced = (text: string, start: number, end: number) =>
    word.slice(0, start) + text + word.slice(end);
  const take = (found: string[], text: string, start: number, end: number) => {
    if (usual.mayHave(hashes.with(text, start, end))) found.push(replaced(text, start, end));
  };
  for (let at = 0; at <= word.length; at += 1) {
    const letter = word[at];
    for (const added of usual.lettersFor(hashes.gap(at, at))) longer.push(replaced(added, at, at));
    if (letter === undefined) break;
    const next = word[at + 1];
    if (next !== undefined && next !== letter) take(swapped, next + letter, at, at + 2);
    take(shorter, '', at, at + 1);
    for (const changed of usual.lettersFor(hashes.gap(at, at + 1)))
      if (changed !== letter) other.push(replaced(changed, at, at + 1));
  }
  return [...swapped, ...longer, ...shorter, ...other];
}
