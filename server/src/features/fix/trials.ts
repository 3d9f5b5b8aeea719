import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import { CheckMemory, checkInSteps, type RuleFailure } from '../../rules/check';
import type { Verdict } from '../../rules/check/verdict';
import type { CheckOptions } from '../../rules/rule';
import type { Edit } from '../../text/edits';
import type { Steps } from '../../text/steps';

/** A text that was tried out. */
interface Tried {
  readonly issue: Issue;
  readonly memory: CheckMemory;
}

/** Mending goes on for two rounds at most in nearly all texts; what goes on longer is kept as far as the last round. */
const ROUNDS = 3;

/**
 * What is tried out on a document: texts that differ little from one another, each read and checked as if it were the
 * next version of the one that was made in the same round before. What they tell does not come back to the document's
 * own check.
 */
export class Trials {
  /** What edits have made of the document, then what further edits have made of that. */
  private readonly rounds: Tried[] = [];

  /** @param given what a check of the document knows */
  constructor(private readonly given = new CheckMemory()) {}

  /** What edits make of the document or of what the latest ones have made of it. @returns the issue itself where they change nothing */
  *edited(issue: Issue, edits: readonly Edit[]): Steps<Issue> {
    const round = Math.min(this.roundOf(issue) + 1, ROUNDS - 1);
    const before = this.rounds[round];
    const edited = yield* issue.withInSteps(edits, before?.issue);
    if (edited === issue) return issue;
    const memory = before?.memory ?? new CheckMemory(this.memoryOf(issue));
    this.rounds[round] = { issue: edited, memory };
    return edited;
  }

  /** Checks the document, or what {@link edited} has made of it. */
  check(
    issue: Issue,
    options: CheckOptions,
    archive: ArchiveView | undefined,
    failed: RuleFailure = () => {},
  ): Steps<Verdict> {
    return checkInSteps(issue, options, archive, failed, this.memoryOf(issue));
  }

  private memoryOf(issue: Issue): CheckMemory {
    return this.rounds[this.roundOf(issue)]?.memory ?? this.given;
  }

  /** The latest round that an issue was made in; -1 for the document. */
  private roundOf(issue: Issue): number {
    return this.rounds.findIndex((tried) => tried.issue === issue);
  }
}
