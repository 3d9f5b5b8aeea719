import type { ArchiveView } from '../newsletter/archive/view';
import type { Issue } from '../newsletter/issue/issue';
import { isPublished } from '../protocol/newsletterFile';
import { atOnce, type Steps } from '../text/steps';
import { changedPieces } from './check/changedPieces';
import { IssueRules } from './check/issueRules';
import { type Answers, askedOfPieces, PieceRules, wasReformatted } from './check/pieces';
import { Settling } from './check/settle';
import { isHeard } from './check/spoken';
import type { Verdict } from './check/verdict';
import { RULES, ruleById } from './index';
import type { CheckOptions, Finding, PieceFrame, Rule } from './rule';

export const DEFAULT_OPTIONS: CheckOptions = { stage: 'draft', role: 'editor', rules: {} };

/** What went wrong in a rule: the other rules go on. */
export type RuleFailure = (rule: string, error: unknown) => void;

/** What checking one version of a document tells the check of the next, and what it cost. */
export class CheckMemory {
  readonly issueRules: IssueRules;
  readonly settling: Settling;
  /** How often since the beginning: pieces asked about, rules asked about a piece, rules asked about the issue. */
  readonly counts = { pieces: 0, pieceRules: 0, issueRules: 0 };
  /** Of the version before. */
  last: Last;
  /** Counts checks: one that another has overtaken between its steps has nothing to tell the next. */
  checks = 0;

  /** @param known of a version to go on from: what the next ones tell does not come back to it */
  constructor(known?: CheckMemory) {
    this.issueRules = new IssueRules(known?.issueRules);
    this.settling = new Settling(known?.settling);
    this.last = known?.last ?? NOTHING;
  }
}

interface Last {
  readonly pieces: Issue['pieces'];
  /** What was said about each piece, and who was asked. */
  readonly answers: readonly (readonly Answers[])[];
  readonly pieceRules: PieceRules | undefined;
  readonly options: CheckOptions | undefined;
  readonly optionsKey: string;
}

const NOTHING: Last = {
  pieces: [],
  answers: [],
  pieceRules: undefined,
  options: undefined,
  optionsKey: '',
};

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
  return atOnce(checkInSteps(issue, options, archive, failed, memory)).findings;
}

/** {@link checkIssue} piece by piece, then rule by rule. */
export function* checkInSteps(
  issue: Issue,
  given: CheckOptions,
  archive: ArchiveView | undefined,
  failed: RuleFailure,
  memory: CheckMemory,
): Steps<Verdict> {
  memory.checks += 1;
  const { last, counts, checks } = memory;
  const optionsKey = JSON.stringify(given);
  const options = last.options && optionsKey === last.optionsKey ? last.options : given;
  const { pieces } = issue;
  const { rules, asked } = rulesFor(issue);
  const frame = frameOfPieces(issue, options, archive);
  const pieceRules = last.pieceRules?.isFor(asked, frame)
    ? last.pieceRules
    : new PieceRules(asked, frame, counts);
  const changed = changedPieces(last.pieces, pieces);
  const answers: (readonly Answers[])[] = [];
  const isKnown = pieceRules === last.pieceRules;
  const tail = changed.head + changed.after.length;
  for (let n = 0; n < pieces.length; n += 1) {
    let about: readonly Answers[];
    if (isKnown && n < changed.head) about = last.answers[n]!;
    else if (isKnown && n >= tail) about = last.answers[n - pieces.length + last.pieces.length]!;
    else {
      about = pieceRules.about(pieces[n]!.piece);
      yield;
    }
    for (const { failures } of about) for (const { rule, error } of failures) failed(rule, error);
    answers.push(about);
  }
  const isLatest = () => checks === memory.checks;
  const found = yield* memory.issueRules.check(
    issue,
    rules.filter((rule) => isHeard(rule, options)),
    { options, archive, optionsKey },
    counts,
    failed,
    isLatest,
  );
  if (isLatest()) memory.last = { pieces, answers, pieceRules, options, optionsKey };
  return memory.settling.settle(issue, answers, found, options, archive);
}

function frameOfPieces(issue: Issue, options: CheckOptions, archive: ArchiveView | undefined): PieceFrame {
  return {
    stage: options.stage,
    role: options.role,
    archive,
    reformatted: options.rules['formatter-damage'] !== 'off' && wasReformatted(issue.pieces),
    published: isPublished(issue.uri),
    words: new Set(options.words?.map((word) => word.toLowerCase())),
  };
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
