const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * All that is a letter more, a letter less, another letter or a swap of two away from a word: the swaps first, then
 * what lacks a letter here, then the others, as often as fingers slip so.
 */
export function neighbors(word: string): string[] {
  const swapped: string[] = [];
  const longer: string[] = [];
  const shorter: string[] = [];
  const other: string[] = [];
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const letter = word[at];
    for (const added of LETTERS) longer.push(before + added + word.slice(at));
    if (letter === undefined) break;
    const next = word[at + 1];
    if (next !== undefined && next !== letter) swapped.push(before + next + letter + word.slice(at + 2));
    shorter.push(before + word.slice(at + 1));
    for (const changed of LETTERS) if (changed !== letter) other.push(before + changed + word.slice(at + 1));
  }
  return [...swapped, ...longer, ...shorter, ...other];
}
