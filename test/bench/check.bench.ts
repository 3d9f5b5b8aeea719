import { lint } from 'markdownlint/sync';
import { PieceCache, readIssue } from '../../server/src/newsletter/issue/issue';
import { checkIssue } from '../../server/src/rules/check';
import { benchIssues, longest, measure, report } from './support';

const issues = benchIssues('2024-01-01');
const file = longest(issues);
const uri = `file:///twir/draft/${file.name}`;
console.log(
  `longest: ${file.name}, ${file.text.length} characters; peer: markdownlint with its default rules`,
);

const peer = (text: string) => lint({ strings: { text } });
const peerTimes = { name: 'markdownlint', times: await measure(20, 5, () => peer(file.text)) };
report('markdownlint, whole file', peerTimes.times);

const cold = await measure(20, 5, () => checkIssue(readIssue({ uri, text: file.text }, new PieceCache())));
report('read and check, nothing cached', cold, peerTimes);

for (const [place, at] of [
  ['first', 0.1],
  ['middle', 0.5],
  ['last', 0.9],
] as const) {
  const cache = new PieceCache();
  readIssue({ uri, text: file.text }, cache);
  const cut = file.text.indexOf('\n', Math.floor(file.text.length * at));
  const typed = await measure(60, 10, (run) => {
    const text = `${file.text.slice(0, cut)}${'x'.repeat(run + 1)}${file.text.slice(cut)}`;
    checkIssue(readIssue({ uri, text }, cache));
  });
  report(`a keystroke in the ${place} part`, typed, peerTimes);
}

const ten = Array.from({ length: 10 }, () => file.text).join('\n');
const tenfold = await measure(3, 1, () => checkIssue(readIssue({ uri, text: ten }, new PieceCache())));
report('ten times the longest', tenfold, { name: 'the longest once', times: cold });

const folder = await measure(2, 0, () => {
  const cache = new PieceCache();
  for (const issue of issues)
    checkIssue(readIssue({ uri: `file:///twir/draft/${issue.name}`, text: issue.text }, cache));
});
const peerFolder = await measure(2, 0, () => issues.map((issue) => peer(issue.text)));
report(`${issues.length} issues`, folder, { name: 'markdownlint', times: peerFolder });
