/** Which bits of a Bloom filter stand for a word. What writes it and what reads it ask here. */
export function hashes(word: string, count: number, size: number): number[] {
  const first = fnv(word, 0x811c9dc5);
  const second = fnv(word, 0x01234567) | 1;
  return Array.from({ length: count }, (_, n) => ((first + Math.imul(n, second)) >>> 0) % size);
}

/** FNV-1a over UTF-16 units. */
function fnv(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
