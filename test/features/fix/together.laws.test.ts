import { describe, expect, it } from 'vitest';
import { fixesOfLines, fixesOfRules } from '../../../server/src/features/fix/together';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import { RULES } from '../../../server/src/rules/index';
import { applyEdits, type Edit } from '../../../server/src/text/edits';
import { ownSamples } from '../../helpers/samples';

function read(text: string, uri: string) {
  const issue = readIssue({ uri, text });
  return { issue, findings: checkIssue(issue, DEFAULT_OPTIONS) };
}

/** What is said of anything that is not written yet. */
const OPEN: ReadonlySet<string> = new Set([
  ...RULES.filter(({ tags }) => tags?.includes('open')).map(({ id }) => id),
  ...['cotw-form', 'qotw-form', 'merged-form', 'perf-form'],
]);

describe('every fix for several places', () => {
  it('removes findings of its rules and adds none', () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const { name, uri, text } of ownSamples()) {
      const { issue, findings } = read(text, uri);
      const rulesAfter = (edits: readonly Edit[]) =>
        read(applyEdits(text, edits), uri)
          .findings.filter(({ severity }) => severity !== 'hint')
          .map(({ rule }) => rule);
      const known = new Set(findings.map(({ rule }) => rule));
      // What the fix of a single place lays open already.
      const laidOpen = () =>
        findings.flatMap(({ fixes }) =>
          fixes.filter(({ snippet }) => !snippet).flatMap(({ edits }) => rulesAfter(edits())),
        );
      for (const { fix, findings: mended } of [
        ...fixesOfLines(issue.source, findings),
        ...fixesOfRules(issue.source, findings),
      ]) {
        tried += 1;
        const after = read(applyEdits(text, fix.edits()), uri).findings;
        const places = (list: typeof findings, rule: string) =>
          list
            .filter((finding) => finding.rule === rule)
            .reduce((sum, { related }) => sum + 1 + related.filter(({ also }) => also).length, 0);
        for (const rule of new Set(mended.map(({ rule }) => rule)))
          if (places(after, rule) >= places(findings, rule))
            wrong.push(`${name}: ${fix.title} leaves ${rule}`);
        const added = after.filter(
          ({ rule, severity }) => severity !== 'hint' && !known.has(rule) && !OPEN.has(rule),
        );
        for (const { rule } of added)
          if (!laidOpen().includes(rule)) wrong.push(`${name}: ${fix.title} adds ${rule}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(40);
  });
});
