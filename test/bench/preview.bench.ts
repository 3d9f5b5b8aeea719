import { renderDocument } from '../../server/src/features/page/documents';
import { renderPage } from '../../server/src/features/page/page';
import { PageCache } from '../../server/src/features/page/pageCache';
import { renderPreview } from '../../server/src/features/page/preview';
import { PieceCache, readIssue } from '../../server/src/newsletter/issue/issue';
import { benchIssues, measure, quantile, report } from './support';

/** What a keystroke may cost the server while the preview is open. */
const LIMIT = 30;
/** The length of an issue of today, in characters. */
const USUAL = 41_000;

const issues = benchIssues('2024-01-01');
const file = issues.reduce((a, b) =>
  Math.abs(b.text.length - USUAL) < Math.abs(a.text.length - USUAL) ? b : a,
);
const uri = `file:///twir/draft/${file.name}`;
console.log(`${file.name}, ${file.text.length} characters`);

const whole = { name: 'the whole page', times: await measure(20, 5, () => renderPreview(fresh(file.text))) };
report('the whole page, nothing cached', whole.times);
report('a mail to be exported', await measure(5, 2, () => renderDocument(fresh(file.text), 'email')), whole);

const worst: number[] = [];
for (const [place, at] of [
  ['first', 0.1],
  ['middle', 0.5],
  ['last', 0.9],
] as const) {
  const chunks = new PieceCache();
  const pieces = new PageCache();
  const known = new Set(
    renderPage(readIssue({ uri, text: file.text }, chunks), pieces).pieces.map(({ key }) => key),
  );
  const cut = file.text.indexOf('\n', Math.floor(file.text.length * at));
  let sent = 0;
  const typed = await measure(100, 10, (run) => {
    const text = `${file.text.slice(0, cut)}${'x'.repeat(run + 1)}${file.text.slice(cut)}`;
    const page = renderPage(readIssue({ uri, text }, chunks), pieces);
    const changed = page.pieces.filter(({ key }) => !known.has(key));
    sent = Math.max(sent, changed.length);
    for (const { key } of page.pieces) known.add(key);
    return JSON.stringify(changed);
  });
  report(`a keystroke in the ${place} part (${sent} piece sent)`, typed, whole);
  worst.push(quantile(typed, 0.95));
}
const slowest = Math.max(...worst);
console.log(`slowest p95 ${slowest.toFixed(1)} ms, limit ${LIMIT} ms`);
if (slowest > LIMIT) process.exitCode = 1;

function fresh(text: string) {
  return readIssue({ uri, text }, new PieceCache());
}
