import type { Issue } from '../../newsletter/issue/issue';
import type { Steps } from '../../text/steps';
import type { Fact, Frame, IssueReport, IssueRule, Placed, Rule } from '../rule';
import type { ChangedPieces } from './changedPieces';
import { Counts } from './counts';
import { placedFacts } from './facts';
import { frameOf, hasFrontOf, sectionsOf } from './frame';
import type { TakenFacts } from './taken';
import { isHeard } from './yielding';

/** What a rule said about an issue. */
export interface IssueFinding {
  readonly rule: Rule;
  readonly report: IssueReport;
}

/** What rules may know besides the issue. */
interface Asking extends Pick<Frame, 'options' | 'editing' | 'archive'> {
  /** All options as one text. */
  readonly optionsKey: string;
}

interface Answer {
  readonly findings: readonly IssueFinding[];
  readonly failure: { readonly error: unknown } | undefined;
  /** What the rule was given, with which frame; undefined where it failed. */
  readonly facts: readonly Placed<Fact>[] | undefined;
  /** The latest frame in which it would be given the same. */
  frame: Frame;
  /** Something else has changed that the rule goes by. */
  isStale: boolean;
}

/** Asks the rules about an issue as a whole; those whose facts are the same as in the version before are not asked. */
export class IssueRules {
  private frame: Frame | undefined;
  private specs: Issue['specs'] | undefined;
  private optionsKey = '';
  private answers = new Map<IssueRule, Answer>();
  private counts: Counts | undefined;

  /** @param known what to go on from */
  constructor(known?: IssueRules) {
    if (!known) return;
    this.frame = known.frame;
    this.specs = known.specs;
    this.optionsKey = known.optionsKey;
    this.answers = new Map(known.answers);
    this.counts = known.counts;
  }

  /**
   * @param taken of the rules to be asked, the same as long as they are
   * @param changed what lies between the pieces that the version before has in common with this one
   * @param keep whether this is the latest check: one that another has overtaken between its steps has nothing to tell
   * the next
   */
  *check(
    issue: Issue,
    changed: ChangedPieces,
    taken: TakenFacts,
    asking: Asking,
    counts: { issueRules: number },
    failed: (rule: string, error: unknown) => void,
    keep: () => boolean,
  ): Steps<{ readonly found: readonly IssueFinding[]; readonly counts: Counts }> {
    const frame = this.frameFor(issue, asking);
    const before = this.answers;
    const counted = new Counts(issue.pieces, taken, changed, this.counts);
    const answers = new Map<IssueRule, Answer>();
    const found: IssueFinding[] = [];
    const withNewFacts = before.size === 0 ? undefined : taken.changedBy(changed);
    for (const rule of taken.rules) {
      if (!isHeard(rule, asking.options)) continue;
      const known = before.get(rule);
      let answer = known;
      const isSame = withNewFacts?.has(rule) === false;
      if (!answer || answer.isStale || !isSame || !isSameSections(rule, answer, frame)) {
        counts.issueRules += 1;
        answer = ask(rule, frame, issue, counted, changed, known, isSame);
        yield;
      } else answer.frame = frame;
      answers.set(rule, answer);
      if (answer.failure) failed(rule.id, answer.failure.error);
      for (const finding of answer.findings) found.push(finding);
    }
    if (keep()) {
      this.answers = answers;
      this.counts = counted;
    }
    return { found, counts: counted };
  }

  /** The frame of the version before if all in it is the same; else the rules that go by what is not are to be asked. */
  private frameFor(issue: Issue, asking: Asking): Frame {
    const { frame } = this;
    const { optionsKey, editing, archive } = asking;
    // Nothing of the headings is newer than the list: not even looked at.
    const sections =
      frame && this.specs === issue.specs ? frame.sections : sectionsOf(issue, frame?.sections ?? []);
    const isSame = frame !== undefined && this.optionsKey === optionsKey && hasFrontOf(frame, issue);
    if (!isSame) for (const answer of this.answers.values()) answer.isStale = true;
    if (frame?.sections !== sections) this.forget('outline');
    if (frame?.archive !== archive) this.forget('archive');
    if (frame?.editing !== editing) this.forget('editing');
    this.specs = issue.specs;
    this.optionsKey = optionsKey;
    if (!isSame || frame.sections !== sections || frame.archive !== archive || frame.editing !== editing)
      this.frame = frameOf(issue, sections, asking);
    return this.frame!;
  }

  private forget(what: 'archive' | 'editing' | 'outline'): void {
    for (const [rule, answer] of this.answers) if (rule.goesBy?.includes(what)) answer.isStale = true;
  }
}

/** Whether the facts that a rule was given stand in the sections of a frame. */
function isSameSections(rule: IssueRule, answer: Answer, frame: Frame): boolean {
  const { sections } = frame;
  if (!rule.goesBy?.includes('sections') || answer.frame.sections === sections) return true;
  return (
    answer.frame.sections.length === sections.length &&
    answer.facts?.every(({ section }) => section === undefined || section === sections[section.index]) ===
      true
  );
}

function ask(
  rule: IssueRule,
  frame: Frame,
  { pieces }: Issue,
  counts: Counts,
  changed: ChangedPieces,
  known: Answer | undefined,
  isSame: boolean,
): Answer {
  const findings: IssueFinding[] = [];
  try {
    const kept = known?.facts && { facts: known.facts, frame: known.frame, isSame };
    const facts = placedFacts(rule, frame, pieces, counts, changed, kept);
    rule.check(frame, facts, (report) => findings.push({ rule, report }));
    return { findings, failure: undefined, facts, frame, isStale: false };
  } catch (error) {
    return { findings, failure: { error }, facts: undefined, frame, isStale: false };
  }
}
