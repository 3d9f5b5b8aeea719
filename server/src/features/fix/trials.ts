import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import { CheckMemory, checkInSteps, type RuleFailure } from '../../rules/check';
import type { Verdict } from '../../rules/check/verdict';
import type { CheckOptions } from '../../rules/rule';
import type { Edit } from '../../text/edits';
import type { Steps } from '../../text/steps';

/**
 * What is tried out on a document: texts that differ little from one another, each read and checked as if it were the
 * next version of the one before. What they tell does not come back to the document's own check.
 */
export class Trials {
  /** Of what edits have made. */
  private tried: CheckMemory | undefined;
  private last: Issue | undefined;

  /** @param given what a check of the document knows */
  constructor(private readonly given = new CheckMemory()) {}

  /** What edits make of an issue. @returns the issue itself where they change nothing */
  *edited(issue: Issue, edits: readonly Edit[]): Steps<Issue> {
    const edited = yield* issue.withInSteps(edits, this.last);
    if (edited !== issue) this.last = edited;
    return edited;
  }

  /** Checks the document, or what {@link edited} has made of it last. */
  check(
    issue: Issue,
    options: CheckOptions,
    archive: ArchiveView | undefined,
    failed: RuleFailure = () => {},
  ): Steps<Verdict> {
    return checkInSteps(issue, options, archive, failed, this.memoryOf(issue));
  }

  private memoryOf(issue: Issue): CheckMemory {
    if (issue !== this.last) return this.given;
    this.tried ??= new CheckMemory(this.given);
    return this.tried;
  }
}
