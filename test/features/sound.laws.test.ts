import { describe, expect, it } from 'vitest';
import { complete } from '../../server/src/features/complete/complete';
import { ACTION_KINDS } from '../../server/src/features/fix/action';
import { codeActions } from '../../server/src/features/fix/codeAction';
import { fixAlikeInSteps } from '../../server/src/features/fix/fixAlike';
import { fixAllInSteps } from '../../server/src/features/fix/fixAll';
import { organizeInSteps } from '../../server/src/features/organize/organize';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { withEol } from '../../server/src/text/edits';
import { soundEdits } from '../../server/src/text/soundEdits';
import { ownSamples } from '../helpers/samples';

const OPTIONS = { ...DEFAULT_OPTIONS, today: '2026-02-20' };
/** Every sample, by turns also with other line endings or without its last line ending. */
const SAMPLES = ownSamples().flatMap(({ name, uri, text }, n) => [
  { name, uri, text },
  n % 2 === 0
    ? { name: `${name}, CRLF`, uri, text: text.replace(/\r?\n/g, '\r\n') }
    : { name: `${name}, without its end`, uri, text: text.trimEnd() },
]);

describe('whatever an author can have done', () => {
  it('is made of edits that can be made', { timeout: 600_000 }, () => {
    const unsound: string[] = [];
    for (const { name, uri, text } of SAMPLES) {
      const issue = readIssue({ uri, text });
      const findings = checkIssue(issue, OPTIONS);
      const whole = { start: 0, end: text.length };
      // What moves is one item or event at a time.
      const actions = [whole, ...issue.items, ...issue.events].flatMap((range) =>
        codeActions({
          issue,
          known: () => ({ findings, meeting: () => findings }),
          range,
          wants: (kind) => (range === whole ? ACTION_KINDS.includes(kind) : kind.startsWith('refactor.')),
          fixAll: (only) => fixAllInSteps({ issue, options: OPTIONS, ...(only ? { only } : {}) }),
          fixAlike: (rule, wanted) => fixAlikeInSteps({ issue, options: OPTIONS }, rule, wanted),
          canOrganize: () => true,
          organize: () => organizeInSteps(issue, OPTIONS),
        }),
      );
      for (const { id, edits } of actions) {
        const made = soundEdits(text, edits());
        if (typeof made === 'string') unsound.push(`${name}: ${id}: ${made}`);
      }
    }
    expect(unsound).toEqual([]);
  });

  it('is completed by edits that can be made', () => {
    const unsound: string[] = [];
    for (const { name, uri, text } of SAMPLES) {
      const issue = readIssue({ uri, text });
      for (const offset of issue.source.lineStarts.map((_, n) => issue.source.line(n).end)) {
        for (const { label, edit } of complete({ issue, offset, archive: undefined, today: '2026-02-20' })) {
          const made = soundEdits(text, [withEol(edit, issue.source.eol)]);
          const { start, end } = issue.source.lineAt(offset);
          if (typeof made === 'string') unsound.push(`${name} at ${offset}: ${label}: ${made}`);
          else if (edit.start < start || edit.end > end)
            unsound.push(`${name} at ${offset}: ${label}: leaves its line`);
        }
      }
    }
    expect(unsound).toEqual([]);
  });
});
