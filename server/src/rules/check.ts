import type { ArchiveView } from '../newsletter/archive/view';
import type { Issue } from '../newsletter/issue/issue';
import { isPublished } from '../protocol/newsletterFile';
import { atOnce, type Steps } from '../text/steps';
import { Findings } from './check/findings';
import { IssueRules } from './check/issueRules';
import { askedOfPieces, PieceRules, wasReformatted } from './check/pieces';
import { RULES, ruleById } from './index';
import type { CheckOptions, Finding, PieceFrame, Rule } from './rule';

export const DEFAULT_OPTIONS: CheckOptions = { stage: 'draft', role: 'editor', rules: {} };

/** What went wrong in a rule: the other rules go on. */
export type RuleFailure = (rule: string, error: unknown) => void;

/** What checking one version of a document tells the check of the next, and what it cost. */
export class CheckMemory {
  readonly issueRules = new IssueRules();
  /** How often since the beginning: pieces asked about, rules asked about a piece, rules asked about the issue. */
  readonly counts = { pieces: 0, pieceRules: 0, issueRules: 0 };
}

/**
 * Asks every rule about an issue. What they say about a piece is kept with the piece; what they say about the whole
 * is kept while their facts stay the same.
 *
 * @param memory of the version before
 * @returns findings by place, then by the rules' order
 */
export function checkIssue(
  issue: Issue,
  options: CheckOptions = DEFAULT_OPTIONS,
  archive?: ArchiveView,
  failed: RuleFailure = () => {},
  memory: CheckMemory = new CheckMemory(),
): Finding[] {
  return atOnce(checkInSteps(issue, options, archive, failed, memory));
}

/** {@link checkIssue} piece by piece, then rule by rule. */
export function* checkInSteps(
  issue: Issue,
  options: CheckOptions,
  archive: ArchiveView | undefined,
  failed: RuleFailure,
  memory: CheckMemory,
): Steps<Finding[]> {
  const { rules, asked } = rulesFor(issue);
  const frame: PieceFrame = {
    stage: options.stage,
    role: options.role,
    archive,
    reformatted: options.rules['formatter-damage'] !== 'off' && wasReformatted(issue.pieces),
    published: isPublished(issue.uri),
    words: new Set(options.words?.map((word) => word.toLowerCase())),
    keepsPast: options.rules['event-past'] === 'off',
  };
  const pieceRules = new PieceRules(asked, frame, memory.counts);
  const found = new Findings(issue, options, archive);
  for (const { piece, start } of issue.pieces) {
    for (const { findings, failures } of pieceRules.about(piece)) {
      for (const finding of findings) found.addOfPiece(finding, start);
      for (const { rule, error } of failures) failed(rule, error);
    }
    yield;
  }
  const { issueRules, counts } = memory;
  for (const finding of yield* issueRules.check(issue, rules, options, archive, counts, failed))
    found.addOfIssue(finding);
  return found.settled();
}

/** Whether "fix all" mends the finding. */
export function isFixable(finding: Finding): boolean {
  // What rules tell of themselves spares finding the fixes, which may take the whole issue.
  return ruleById(finding.rule)?.fix !== 'never' && finding.fixes.some((fix) => fix.all);
}

const asking = (rules: readonly Rule[]) => ({ rules, asked: askedOfPieces(rules) });
const OF_TEMPLATES = asking(RULES.filter((rule) => rule.inTemplate === true));
const OF_ARCHIVE = asking(RULES.filter((rule) => rule.inArchive === true));
const OF_ISSUES = asking(RULES);

function rulesFor({ kind, profile }: Issue) {
  if (kind === 'template') return OF_TEMPLATES;
  return profile.can.linksOnly ? OF_ARCHIVE : OF_ISSUES;
}
