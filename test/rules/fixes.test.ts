import { describe, expect, it } from 'vitest';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { checkIssue } from '../../server/src/rules/check';
import { RULES } from '../../server/src/rules/index';
import type { Finding, RuleExample } from '../../server/src/rules/rule';
import { applyEdits } from '../../server/src/text/edits';
import { plainSnippet } from '../../server/src/text/snippet';
import { contextOf } from '../helpers/example';

/** What is said of anything that is not written yet: a section that lost its last item, a heading known again. */
const OPEN: ReadonlySet<string> = new Set([
  ...RULES.filter(({ tags }) => tags?.includes('open')).map(({ id }) => id),
  ...['cotw-form', 'qotw-form', 'merged-form', 'perf-form'],
]);

/** All findings above hint in a text, each with what it is about, so that it is known again where it has moved. */
function findings(example: RuleExample, text: string) {
  const { options, archive, uri } = contextOf(example);
  const issue = readIssue({ uri, text });
  const all = checkIssue(issue, options, archive);
  const nameOf = ({ rule, at }: Finding) => `${rule}: ${issue.source.slice(at)}`;
  return { issue, all, nameOf };
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('the fixes of %s', (id, rule) => {
  it.each(rule.examples.map((example) => [example.title, example] as const))(
    'mend what they are for and spoil nothing: %s',
    (_, example) => {
      const before = findings(example, example.bad);
      for (const finding of before.all.filter((one) => one.rule === id)) {
        for (const fix of finding.fixes) {
          const edits = fix.edits();
          if (edits.length === 0) {
            expect(fix.command, `${fix.title} does nothing`).toBeDefined();
            continue;
          }
          const plain = edits.map((edit) =>
            fix.snippet ? { ...edit, text: plainSnippet(edit.text) } : edit,
          );
          const after = findings(example, applyEdits(example.bad, plain));
          const count = ({ all, nameOf }: typeof after, name: string) =>
            all.filter((one) => nameOf(one) === name).length;
          const own = before.nameOf(finding);
          // Where there is nothing but a blank to fill in, the author's text is what mends it.
          if (fix.snippet && plain.every(({ text }) => text === '')) continue;
          expect(count(after, own), `${fix.title} leaves the finding`).toBeLessThan(count(before, own));
          // A snippet leaves blanks to its author, and what is said of them until they are filled in is right.
          if (fix.snippet) continue;
          const known = new Set(before.all.map(({ rule }) => rule));
          const added = after.all.filter(
            (one) => one.severity !== 'hint' && !known.has(one.rule) && !OPEN.has(one.rule),
          );
          expect(
            added.map(({ rule, message }) => `${rule}: ${message}`),
            `${fix.title} adds a finding`,
          ).toEqual([]);
        }
      }
    },
  );
});
