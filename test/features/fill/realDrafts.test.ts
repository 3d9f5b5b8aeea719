import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planFill } from '../../../server/src/features/fill/fill';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, findingsIn } from '../../helpers/fixture';
import { drafts, hasShared, sharedFolder } from '../../helpers/shared';

const week = `${sharedFolder}/week`;
const hasWeek = hasShared && existsSync(week);
if (!hasWeek)
  console.log('skipped: filling real drafts, because there is no ../shared/week beside this checkout');

describe.runIf(hasWeek)('filling real drafts', () => {
  const read = (name: string) => readFileSync(`${week}/${name}`, 'utf8');
  // One draft of 2025 was damaged by a formatter; the finding about that hides others.
  const real = hasWeek ? drafts().filter(({ name }) => name >= '2025-11') : [];

  it.each(real.map(({ path, name, text }) => [path.slice(-30), name, text]))(
    'fills %s once, with nothing wrong that was not',
    (_, name, draft) => {
      const uri = DRAFT_URI.replace(/[^/]+$/, name);
      const errors = (text: string) =>
        findingsIn(text, undefined, undefined, uri)
          .filter(({ severity }) => severity === 'error')
          .map(({ rule, message }) => `${rule}: ${message}`);
      const known = errors(draft);
      const files = ['generated/no-items.md', 'generated/some-items.md', 'perf/2025-01-01.source.md'];
      for (const text of files.map(read)) {
        const filled = applyEdits(draft, planFill({ issue: readIssue({ uri, text: draft }), text }).edits);
        expect(planFill({ issue: readIssue({ uri, text: filled }), text }).edits).toEqual([]);
        expect(errors(filled).filter((error) => !known.includes(error))).toEqual([]);
      }
    },
    60_000,
  );
});
