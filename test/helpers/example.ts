import { readIssue } from '../../server/src/newsletter/issue/issue';
import { DEFAULT_OPTIONS } from '../../server/src/rules/check';
import type { CheckOptions, Finding, Rule, RuleExample } from '../../server/src/rules/rule';
import { archiveWith, DRAFT_URI, findingsIn, TEMPLATE_URI } from './fixture';

/** How the example of a rule is checked. */
export function contextOf(example: RuleExample) {
  const { role, stage, editedOn, before, earlier, usual, template } = example;
  const options: CheckOptions = {
    ...DEFAULT_OPTIONS,
    role: role ?? DEFAULT_OPTIONS.role,
    // What the check is told of the change that an example stands for.
    ...(stage ? { stage } : {}),
    ...(editedOn ? { editing: true, today: editedOn } : {}),
    ...(before === undefined ? {} : { before }),
  };
  return { options, archive: archiveWith(earlier, usual), uri: template ? TEMPLATE_URI : DRAFT_URI };
}

/**
 * What a rule finds in the wrong text of an example: place and message of each finding, as in {@link RuleExample.found},
 * and the titles of the fixes that it offers, each once.
 */
export function foundIn(rule: Rule, example: RuleExample): { found: string[]; fixes: string[] } {
  const { options, archive, uri } = contextOf(example);
  const findings = findingsIn(example.bad, rule.id, options, uri, archive);
  const { source } = readIssue({ uri, text: example.bad });
  const shown = ({ at, message, severity }: Finding) => {
    const start = source.positionAt(at.start);
    const end = source.positionAt(at.end);
    const last = end.line === start.line ? '' : `${end.line + 1}:`;
    const level = severity === rule.severity ? '' : ` ${severity}`;
    return `${start.line + 1}:${start.character + 1}-${last}${end.character + 1}${level}: ${message}`;
  };
  const titles = findings.flatMap(({ fixes }) => fixes.map(({ title }) => title));
  return { found: findings.map(shown), fixes: [...new Set(titles)] };
}
