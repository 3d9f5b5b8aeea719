import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import { isFixable } from '../../rules/check';
import type { CheckOptions, Finding } from '../../rules/rule';
import type { Edit } from '../../text/edits';
import { compatible } from '../../text/edits';
import { lineEdits } from '../../text/lineEdits';
import { atOnce, type Steps } from '../../text/steps';
import { Trials } from './trials';

/** Mending one thing can lay open another; nothing real needs more than three rounds. */
const MAX_ROUNDS = 10;

export interface FixAllInput {
  readonly issue: Issue;
  readonly options: CheckOptions;
  readonly archive?: ArchiveView | undefined;
  /** Which findings to mend; all fixable ones when absent. */
  readonly only?: (finding: Finding) => boolean;
  /** What a check of the issue has found, where that is known. */
  readonly findings?: readonly Finding[];
  /** Of the document, if it is one that is mended again and again. */
  readonly trials?: Trials;
}

/** Mends all that can be mended beyond doubt. @returns the next version, the same where there is nothing to do */
export function fixedIssue(input: FixAllInput): Issue {
  return atOnce(fixedInSteps(input));
}

/** The text of {@link fixedIssue}. */
export function fixAllText(input: FixAllInput): string {
  return fixedIssue(input).source.text;
}

function* fixedInSteps(input: FixAllInput): Steps<Issue> {
  const { options, archive, only, trials = new Trials() } = input;
  let { issue, findings } = input;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    findings ??= (yield* trials.check(issue, options, archive)).findings;
    const groups = findings
      .filter((finding) => !only || only(finding))
      .filter(isFixable)
      .flatMap((finding) => finding.fixes.filter((fix) => fix.all).slice(0, 1))
      .map((fix) => fix.edits());
    const before = issue;
    issue = yield* trials.edited(before, compatible(groups));
    if (issue === before) break;
    findings = undefined;
  }
  return issue;
}

/** The same as edits on the issue's text, by line; lines that stay are not touched. */
export function fixAllEdits(input: FixAllInput): Edit[] {
  return atOnce(fixAllInSteps(input));
}

export function* fixAllInSteps(input: FixAllInput): Steps<Edit[]> {
  return lineEdits(input.issue.source.text, (yield* fixedInSteps(input)).source.text);
}
