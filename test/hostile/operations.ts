import { complete } from '../../server/src/features/complete/complete';
import { planFill } from '../../server/src/features/fill/fill';
import { fixAllEdits } from '../../server/src/features/fix/fixAll';
import { fixesTogether } from '../../server/src/features/fix/together';
import { formatEdits } from '../../server/src/features/format/format';
import { importEvents } from '../../server/src/features/import/importEvents';
import { organizeEvents } from '../../server/src/features/organize/organize';
import { folds } from '../../server/src/features/outline/folding';
import { outline } from '../../server/src/features/outline/symbols';
import { renderPage } from '../../server/src/features/page/page';
import { PageCache } from '../../server/src/features/page/pageCache';
import { type Issue, PieceCache, readIssue } from '../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { CiCheck } from '../../server/src/rules/ci/check';
import { parseConfig } from '../../server/src/workspace/config';
import { newEngine } from '../helpers/engine';
import { CONFIGURATIONS, INPUTS, PATTERNS, patternText } from './patterns';

const OPTIONS = { ...DEFAULT_OPTIONS, today: '2026-02-20' };
const URI = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';

const read = (text: string) => readIssue({ uri: URI, text }, new PieceCache());

/** What is done with a whole issue. Each is measured with a fresh reading. */
const WITH_ISSUE: Readonly<Record<string, (issue: Issue) => unknown>> = {
  check: (issue) => checkIssue(issue, OPTIONS),
  'CI’s verdicts': (issue) => {
    const own = checkIssue(issue, OPTIONS);
    return new CiCheck().verdicts({ uri: URI, text: issue.source.text, role: 'editor', own, earlier: [] });
  },
  page: (issue) => renderPage(issue, new PageCache()),
  organize: (issue) => organizeEvents(issue, OPTIONS),
  'fix all': (issue) => fixAllEdits({ issue, options: OPTIONS }),
  format: (issue) => formatEdits(issue, OPTIONS),
  complete: (issue) =>
    complete({ issue, offset: issue.source.text.length, archive: undefined, today: '2026-02-20' }),
  outline: (issue) => [outline(issue), folds(issue)],
  'light bulb': ({ source: { text } }) =>
    newEngine().actions(
      { uri: URI, version: 1, text },
      OPTIONS,
      { start: 0, end: text.length },
      (kind) => kind === 'quickfix',
    ),
  'fix alike': ({ source: { text } }) =>
    newEngine()
      .actions(
        { uri: URI, version: 1, text },
        OPTIONS,
        { start: 0, end: text.length },
        (kind) => kind === 'quickfix',
      )
      .flatMap(({ id, edits }) => (id.startsWith('rule/') ? edits() : [])),
  'tell fixes': (issue) => {
    const findings = checkIssue(issue, OPTIONS);
    const more = fixesTogether(issue.source, findings);
    return findings.flatMap((finding) =>
      [...finding.fixes, ...(more.get(finding) ?? [])].flatMap(({ edits }) => edits()),
    );
  },
  'fill from': ({ source }) => planFill({ issue: EMPTY, text: source.text }),
  'fill into': (issue) => planFill({ issue, text: MATERIAL }),
};

export interface Case {
  readonly operation: string;
  readonly pattern: string;
  /** Makes the text. */
  text(length: number): string;
  /** Does the work on it. */
  work(text: string): unknown;
}

/** For a section that is written anew, and for two that are added to. */
const MATERIAL = [
  '### Approved RFCs\n\n* [A change](https://github.com/rust-lang/rfcs/pull/1)',
  '### Official\n\n* [A post](https://example.com/post)',
  '### CFP - Projects\n\n* [A - Task](https://github.com/a/a/issues/1)',
].join('\n\n');

const EMPTY = read(patternText('events in order', 2000));

/** Every operation with every pattern that it may meet. */
export const CASES: readonly Case[] = [
  ...Object.entries(WITH_ISSUE).flatMap(([operation, work]) =>
    PATTERNS.map(
      (pattern): Case => ({
        operation,
        pattern,
        text: (length) => patternText(pattern, length),
        work: (text) => work(read(text)),
      }),
    ),
  ),
  ...Object.entries(INPUTS).map(
    ([pattern, text]): Case => ({
      operation: 'import',
      pattern,
      text,
      work: (input) => {
        try {
          return importEvents({ issue: EMPTY, text: input });
        } catch (error) {
          return error;
        }
      },
    }),
  ),
  ...Object.entries(CONFIGURATIONS).map(
    ([pattern, text]): Case => ({ operation: 'configuration', pattern, text, work: parseConfig }),
  ),
];
