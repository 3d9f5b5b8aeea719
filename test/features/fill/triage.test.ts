import { describe, expect, it } from 'vitest';
import { readTriage, reportOf } from '../../../server/src/features/fill/triage';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI } from '../../helpers/fixture';
import { DRAFT, fill, section, states } from './filling';

const REPORT = `# 2026-02-24 Triage Log

A calm week, thanks to https://github.com/rust-lang/rust/pull/77 and
#78, see [here](https://github.com/rust-lang/rust/pull/79) and [there].

#81 as well.

[there]: https://github.com/rust-lang/rust/pull/82

Revision range: [0123456789012345678901234567890123456789..abcdefabcdefabcdefabcdefabcdefabcdefabcd](https://example.com)

Triage done by **@example**.


1 Regression

#### Regressions

Something [#80](https://github.com/rust-lang/rust/pull/80)
`;

describe('filling from a performance triage report', () => {
  const block = (text: string) => section(text, /^### Rust Compiler Perf/m);
  const expected = `### Rust Compiler Performance Triage

A calm week, thanks to [#77](https://github.com/rust-lang/rust/pull/77) and #78, see [here](https://github.com/rust-lang/rust/pull/79) and [there].

\\#81 as well.

[there]: https://github.com/rust-lang/rust/pull/82

Revision range: [01234567..abcdefab](https://example.com)

Triage done by **@example**.

1 Regression

[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2026/2026-02-24.md)

`;

  it('takes what stands above the list of single changes, and links the report', () => {
    const filled = fill(REPORT);
    expect(filled.kind).toBe('triage');
    expect(block(filled.text)).toBe(expected);
    expect(filled.notes).toEqual([{ line: 17, message: 'Left out: the list of single changes' }]);
    expect(fill(REPORT, filled.text).edits).toEqual([]);
  });

  it('replaces the report that is there, link definitions included', () => {
    const old = DRAFT.replace(
      '<!-- Perf results go here -->',
      '[a]: https://example.com/a\n\nOld words [a].\n\n| x |\n|---|\n| 1 |',
    );
    const filled = fill(REPORT, old);
    expect(states(filled)).toEqual(['Rust Compiler Performance Triage: replaced']);
    expect(block(filled.text)).toBe(expected);
  });

  it('names the file rather than the title, and the revision that it was read in', () => {
    const issue = readIssue({ uri: DRAFT_URI, text: DRAFT });
    const read = (name: string) => readTriage(issue, REPORT, name, 'abc').body.split('\n').at(-1);
    expect(read('/x/rustc-perf/triage/2026/2026-02-23.md')).toBe(
      '[Full report here](https://github.com/rust-lang/rustc-perf/blob/abc/triage/2026/2026-02-23.md)',
    );
    expect(read('/x/triage/2025-03-04.md')).toContain('/triage/2025-03-04.md)');
    expect(read('/x/copied.md')).toContain('/triage/2026/2026-02-24.md)');
  });

  it('is known without its title', () => {
    const untitled = REPORT.replace(/^.*\n\n/, '');
    expect(fill(untitled).kind).toBe('triage');
    expect(block(fill(untitled).text)).toContain('A calm week');
    expect(block(fill(untitled).text)).not.toContain('Full report');
  });

  it('tells of a report of another week', () => {
    expect(fill(REPORT.replace('2026-02-24', '2026-02-10')).notes[0]).toEqual({
      line: 1,
      message: 'The report is of 2026-02-10, not of the week before 2026-02-25',
    });
  });

  it('finds the report of the week among others', () => {
    const names = [
      '2026/2026-03-02.md',
      'README.md',
      '2026/2026-02-17.md',
      '2026/2026-02-24.md',
      '2026/2026-02-16.md',
    ];
    expect(reportOf(names, '2026-02-25')).toBe('2026/2026-02-24.md');
    expect(reportOf(names, '2026-02-23')).toBe('2026/2026-02-17.md');
    expect(reportOf(names, '2026-06-03')).toBeUndefined();
  });
});
