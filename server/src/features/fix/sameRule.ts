import { isFixable } from '../../rules/check';
import type { KnownFindings } from '../../rules/check/verdict';
import { ruleById } from '../../rules/index';
import type { Finding, Fix } from '../../rules/rule';
import { atOnce } from '../../text/steps';
import type { Action, ActionRequest } from './action';
import { asksNothing } from './together';

/** What one fix says and what the same fix of another finding says differ in quoted words, numbers and dates. */
function kindOf(title: string): string {
  return title
    .replace(/“[^”]*”|"[^"]*"|`[^`]*`/g, '“…”')
    .replace(/\d[\d-]*/g, '0')
    .trim();
}

/**
 * One fix for all findings of a rule of which more than one answer may be right: the author has seen one and wants the
 * others done alike. Those that “fix all” mends are left to it.
 *
 * @param here findings where the author is
 */
export function alikeFixes(
  here: readonly Finding[],
  known: KnownFindings,
  fixAlike: ActionRequest['fixAlike'],
): Action[] {
  const suits = (finding: Finding) =>
    !isFixable(finding) && (finding.unnecessary === true || !ruleById(finding.rule)?.choices);
  const suited = here.filter(suits);
  const rules = new Set(suited.map(({ rule }) => rule));
  return [...rules].flatMap((rule) => {
    const same = known.findings.filter((finding) => finding.rule === rule && suits(finding));
    if (same.length < 2) return [];
    const offered = suited.filter((finding) => finding.rule === rule).flatMap(({ fixes }) => fixes);
    const kinds = new Set(offered.filter(asksNothing).map(({ title }) => kindOf(title)));
    return [...kinds].flatMap((kind): Action[] => {
      const wanted = (fix: Fix) => asksNothing(fix) && kindOf(fix.title) === kind;
      const alike = same.flatMap((finding) => {
        const fix = finding.fixes.find(wanted);
        return fix ? [{ finding, fix }] : [];
      });
      const [first] = alike;
      if (!first || alike.length < 2) return [];
      const titles = new Set(alike.map(({ fix }) => fix.title));
      const what = titles.size === 1 ? first.fix.title : kind.replaceAll('“…”', '…').replaceAll('0', 'N');
      return [
        {
          id: `rule/${rule}/${kind}`,
          kind: 'quickfix',
          title: `${what}: all ${alike.length} findings of ${rule}`,
          findings: alike.map(({ finding }) => finding),
          preferred: false,
          snippet: false,
          edits: () => atOnce(fixAlike(rule, wanted)),
          editsInSteps: () => fixAlike(rule, wanted),
        },
      ];
    });
  });
}
