import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import { CheckMemory, checkInSteps, isFixable } from '../../rules/check';
import type { CheckOptions, Finding, Fix } from '../../rules/rule';
import type { Edit } from '../../text/edits';
import { compatible } from '../../text/edits';
import { lineEdits } from '../../text/lineEdits';
import { atOnce, type Steps } from '../../text/steps';

/** Mending one thing can lay open another; nothing real needs more than three rounds. */
const MAX_ROUNDS = 10;

export interface FixAllInput {
  readonly issue: Issue;
  readonly options: CheckOptions;
  readonly archive?: ArchiveView | undefined;
  /** Which findings to mend; all fixable ones when absent. */
  readonly only?: (finding: Finding) => boolean;
  /** Of a check of the issue or a version of it; the checks of the next ones go on in it. */
  readonly memory?: CheckMemory;
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
  const { options, archive, only, memory = new CheckMemory() } = input;
  let issue = input.issue;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { findings } = yield* checkInSteps(issue, options, archive, () => {}, memory);
    const groups = findings
      .filter((finding) => !only || only(finding))
      .filter(isFixable)
      .flatMap((finding) => finding.fixes.filter((fix) => fix.all).slice(0, 1))
      .map((fix) => fix.edits());
    const before = issue;
    issue = yield* before.withInSteps(compatible(groups));
    if (issue === before) break;
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

/**
 * Mends all findings of a rule by one kind of fix, the last first and one after the other: what is told of both copies
 * of something is true of one only, once the other is gone.
 *
 * @param wanted the kind of fix
 */
export function* fixAlikeInSteps(
  input: FixAllInput,
  rule: string,
  wanted: (fix: Fix) => boolean,
): Steps<Edit[]> {
  const { options, archive, memory = new CheckMemory() } = input;
  let issue = input.issue;
  let left = Number.POSITIVE_INFINITY;
  for (;;) {
    const { findings } = yield* checkInSteps(issue, options, archive, () => {}, memory);
    const fixes = findings
      .filter((finding) => finding.rule === rule)
      .flatMap((finding) => finding.fixes.find(wanted) ?? []);
    const last = fixes.at(-1);
    // A fix that leaves as much to do as there was would be made for ever.
    if (!last || fixes.length >= left) break;
    left = fixes.length;
    issue = yield* issue.withInSteps(last.edits());
  }
  return lineEdits(input.issue.source.text, issue.source.text);
}
