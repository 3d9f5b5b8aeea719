import type { ArchiveView } from '../newsletter/archive/view';
import type { Issue } from '../newsletter/issue/issue';
import { RULES, ruleById } from './index';
import type { CheckOptions, Finding, IgnoredFinding, Rule, Severity } from './rule';

export const DEFAULT_OPTIONS: CheckOptions = { stage: 'draft', role: 'editor', rules: {} };

/** What went wrong in a rule: reported once, the other rules go on. */
export type RuleFailure = (rule: string, error: unknown) => void;

/**
 * Asks every rule about an issue.
 *
 * @returns findings by place, then by the rules' order
 */
export function checkIssue(
  issue: Issue,
  options: CheckOptions = DEFAULT_OPTIONS,
  archive?: ArchiveView,
  failed: RuleFailure = () => {},
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const level = options.rules[rule.id];
    if (level === 'off' || !applies(rule, issue)) continue;
    const usual = (options.stage === 'release' && rule.releaseSeverity) || rule.severity;
    try {
      rule.check({
        issue,
        options,
        archive,
        report: (report) =>
          findings.push({
            ...report,
            rule: rule.id,
            severity: level ?? report.severity ?? usual,
            fixes: report.fixes ?? [],
            related: report.related ?? [],
          }),
      });
    } catch (error) {
      failed(rule.id, error);
    }
  }
  const carried = archive?.issues[0]?.eventLines;
  return findings
    .filter((finding) => !isIgnored(issue, finding, options.ignore ?? []))
    .map((finding) =>
      carried && isCarriedOver(issue, finding, carried) ? quieter(finding, options) : finding,
    )
    .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}

function isIgnored(issue: Issue, finding: Finding, ignore: readonly IgnoredFinding[]): boolean {
  if (!ignore.some((entry) => entry.rule === finding.rule)) return false;
  const line = issue.source.slice(issue.source.lineAt(finding.at.start)).trim();
  return ignore.some((entry) => entry.rule === finding.rule && entry.line === line);
}

/** Whether a finding stands on an event line that the issue before was published with. */
function isCarriedOver(issue: Issue, finding: Finding, published: ReadonlySet<string>): boolean {
  const line = issue.source.lineAt(finding.at.start);
  return published.has(issue.source.slice(line).trim());
}

/**
 * Half of a draft's events come from the issue before. What is wrong in them stays worth mending, but should not
 * hide what is new (docs/newsletter.md#carried-over-text). A severity that the author has chosen is not changed.
 */
function quieter(finding: Finding, options: CheckOptions): Finding {
  const carriedOver = ruleById(finding.rule)?.carriedOver;
  if (options.stage === 'release' || options.rules[finding.rule] || carriedOver === 'same') return finding;
  if (carriedOver === 'shown' && finding.severity === 'info') return finding;
  return { ...finding, severity: QUIETER[finding.severity] };
}

const QUIETER = { error: 'warning', warning: 'info', info: 'hint', hint: 'hint' } as const satisfies Record<
  Severity,
  Severity
>;

/** Whether "fix all" mends the finding. */
export function isFixable(finding: Finding): boolean {
  return finding.fixes.some((fix) => fix.all);
}

function applies(rule: Rule, issue: Issue): boolean {
  if (issue.kind === 'template') return rule.inTemplate === true;
  return issue.profile.id !== 'archive' || rule.inArchive === true;
}
