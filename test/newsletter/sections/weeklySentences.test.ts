import { describe, expect, it } from 'vitest';
import { sentenceSlip } from '../../../server/src/newsletter/sections/weeklySentences';

const HIRING = "Please see the latest [Who's Hiring thread on r/rust](https://example.com/jobs)";
const DISCUSS = '<small>[Discuss on r/rust](https://example.com/640)</small>';
const RANGE = 'Revision range: [1a2b3c4d..5e6f7a8b](https://example.com/?start=1a2b3c4d&end=5e6f7a8b)';
const COUNTS = '1 Regression, 2 Improvements, 3 Mixed; 4 of them in rollups';
const THANKS =
  'Thanks to [Ada L.](https://users.rust-lang.org/t/crate-of-the-week/2704/7) for the suggestion!';

describe('a sentence of every week', () => {
  it.each([
    [HIRING],
    [DISCUSS],
    ['Triage done by **@some-one**.'],
    [RANGE],
    ['[Full report here](https://example.com/report.md).'],
    [COUNTS],
    ['Rusty Events between 2026-02-25 - 2026-03-25 🦀'],
    [THANKS],
    ['See the [full report](https://example.com/report.md) for details.'],
    ['Please see [this page](https://example.com/jobs)'],
    ['Thanks to [all](https://example.com/a) who wrote!'],
    [`${HIRING} and a sentence of the editors.`],
  ])('is right, or another one: %s', (line) => {
    expect(sentenceSlip(line)).toBeUndefined();
  });

  it.each([
    ['Plese', HIRING, 'Please'],
    ['[Whos Hiring', HIRING, "[Who's Hiring"],
    ['(https://example.com/jobs) asdf', HIRING, '(https://example.com/jobs)'],
    ['640)', DISCUSS, '640)</small>'],
    ['[Discuss', DISCUSS, '<small>[Discuss'],
    ['[Discus on', DISCUSS, '[Discuss on'],
    ['**some-one**.', 'Triage done by **@some-one**.', '**@some-one**.'],
    ['Traige', 'Triage done by **@some-one**.', 'Triage'],
    ['**@some-one**', 'Triage done by **@some-one**.', '**@some-one**.'],
    ['Revision range [', RANGE, 'Revision range: ['],
    ['2 Improvments', COUNTS, '2 Improvements'],
    ['4 of them in rolups', COUNTS, '4 of them in rollups'],
    ['Rust Events', 'Rusty Events between 2026-02-25 - 2026-03-25 🦀', 'Rusty Events'],
    ['Thank to', THANKS, 'Thanks to'],
    ['Thansk to', THANKS, 'Thanks to'],
  ])('has a slip: %s', (wrong, sentence, right) => {
    const line = sentence.replace(right, wrong);
    expect(line).not.toBe(sentence);
    const { start, end, text } = sentenceSlip(line)!;
    expect(line.slice(0, start) + text + line.slice(end)).toBe(sentence);
  });
});
