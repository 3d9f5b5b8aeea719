import type { ArchiveView } from '../newsletter/archive/view';
import type { Issue } from '../newsletter/issue/issue';
import { isReformatted } from '../newsletter/issue/listForm';
import { isPublished } from '../protocol/newsletterFile';
import { atOnce, type Steps } from '../text/steps';
import { changedPieces } from './check/changedPieces';
import { IssueRules } from './check/issueRules';
import { type Answers, askedOfPieces, type Bullets, bulletsAfter, PieceRules } from './check/pieces';
import { Settling } from './check/settle';
import { TakenFacts } from './check/taken';
import type { Verdict } from './check/verdict';
import { RULES, ruleById } from './index';
import type { CheckOptions, Finding, PieceFrame, Rule, SharedOptions } from './rule';

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
  readonly bullets: Bullets;
  readonly options: SharedOptions | undefined;
  readonly optionsKey: string;
}

const NOTHING: Last = {
  pieces: [],
  answers: [],
  pieceRules: undefined,
  bullets: { bullets: 0, foreign: 0 },
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

/** {@link checkIssue} in steps: about the pieces, some of them at a time, then rule by rule. */
export function* checkInSteps(
  issue: Issue,
  { editing = false, ...given }: CheckOptions,
  archive: ArchiveView | undefined,
  failed: RuleFailure,
  memory: CheckMemory,
): Steps<Verdict> {
  memory.checks += 1;
  const { last, counts, checks } = memory;
  const optionsKey = JSON.stringify(given);
  const options = last.options && optionsKey === last.optionsKey ? last.options : given;
  const { pieces } = issue;
  const { taken, asked: askable } = rulesFor(issue);
  const changed = changedPieces(last.pieces, pieces);
  const bullets = bulletsAfter(last.bullets, changed);
  const frame = frameOfPieces(issue, options, archive, isReformatted(bullets));
  const pieceRules = last.pieceRules?.isFor(askable, frame)
    ? last.pieceRules
    : new PieceRules(askable, frame, counts);
  // Whoever asks something else asks it about all of them.
  const anew = pieceRules === last.pieceRules ? changed : { head: 0, before: last.pieces, after: pieces };
  const asked = yield* pieceRules.about(anew.after.map(({ piece }) => piece));
  const answers = [
    ...last.answers.slice(0, anew.head),
    ...asked,
    ...last.answers.slice(anew.head + anew.before.length),
  ];
  if (pieceRules.hasFailed)
    for (const about of answers)
      for (const { failures } of about) for (const { rule, error } of failures) failed(rule, error);
  const isLatest = () => checks === memory.checks;
  const { found, counts: counted } = yield* memory.issueRules.check(
    issue,
    changed,
    taken,
    { options, optionsKey, editing, archive },
    counts,
    failed,
    isLatest,
  );
  // What another check has overtaken is settled apart.
  const settling = isLatest() ? memory.settling : new Settling();
  if (isLatest()) memory.last = { pieces, answers, pieceRules, bullets, options, optionsKey };
  return settling.settle(issue, anew, answers, found, counted, options, archive);
}

function frameOfPieces(
  issue: Issue,
  options: SharedOptions,
  archive: ArchiveView | undefined,
  reformatted: boolean,
): PieceFrame {
  return {
    stage: options.stage,
    role: options.role,
    archive,
    reformatted: reformatted && options.rules['formatter-damage'] !== 'off',
    published: isPublished(issue.uri),
    words: new Set(options.words?.map((word) => word.toLowerCase())),
  };
}

/** Whether "fix all" mends the finding. */
export function isFixable(finding: Finding): boolean {
  // What rules tell of themselves spares finding the fixes, which may take the whole issue.
  return ruleById(finding.rule)?.fix !== 'never' && finding.fixes.some((fix) => fix.all);
}

const asking = (rules: readonly Rule[]) => ({
  taken: new TakenFacts(rules.filter((rule) => rule.kind === 'issue')),
  asked: askedOfPieces(rules),
});
const OF_TEMPLATES = asking(RULES.filter((rule) => rule.inTemplate === true));
const OF_ARCHIVE = asking(RULES.filter((rule) => rule.inArchive === true));
const OF_ISSUES = asking(RULES);

function rulesFor({ kind, profile }: Issue) {
  if (kind === 'template') return OF_TEMPLATES;
  return profile.can.linksOnly ? OF_ARCHIVE : OF_ISSUES;
}
