// Counts what typing all over a text costs. `node BUNDLE FILE`, prints JSON; used by scripts/bench.mjs.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { PieceCache } from '../../server/src/newsletter/issue/pieceCache';
import { CheckMemory, checkIssue } from '../../server/src/rules/check';

const EDITS = 500;
const file = process.argv[2]!;
let text = readFileSync(file, 'utf8');
const uri = pathToFileURL(file).href;
const cache = new PieceCache();
const memory = new CheckMemory();
let issue = readIssue({ uri, text }, cache);
const check = () => checkIssue(issue, undefined, undefined, undefined, memory);
check();
const counts = { edits: EDITS, onePiece: 0, fewCharacters: 0, oneAsked: 0, noIssueRule: 0 };
for (let n = 0; n < EDITS; n += 1) {
  const lines = text.split('\n');
  const line = (n * 37 + 11) % lines.length;
  lines[line] += 'x';
  text = lines.join('\n');
  const read = { ...cache.counts };
  const asked = { ...memory.counts };
  issue = readIssue({ uri, text }, cache, issue);
  check();
  counts.onePiece += Number(cache.counts.pieces - read.pieces <= 1);
  counts.fewCharacters += Number(cache.counts.characters - read.characters < 4096);
  counts.oneAsked += Number(memory.counts.pieces - asked.pieces <= 1);
  counts.noIssueRule += Number(memory.counts.issueRules === asked.issueRules);
}
console.log(JSON.stringify(counts));
