import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import type { Piece } from '../../newsletter/issue/piece';
import type { PlacedPiece } from '../../newsletter/issue/pieces';
import { headingRange } from '../../newsletter/sections/bodies';
import type { Range } from '../../text/sourceText';
import type { CheckOptions, Fact, Frame, IssueReport, IssueRule, Place, Placed, Rule } from '../rule';
import { frameKey, frameOf } from './frame';

/** What a rule said about an issue. */
export interface IssueFinding {
  readonly rule: Rule;
  readonly report: IssueReport;
}

/** The facts that a rule takes from a piece, and their values as one text. */
interface Facts {
  readonly facts: readonly Fact[];
  readonly key: string;
}

interface Answer {
  readonly findings: readonly IssueFinding[];
  readonly failure: { readonly error: unknown } | undefined;
}

/** Asks the rules about an issue as a whole; those whose facts are the same as in the version before are not asked. */
export class IssueRules {
  private pieces: readonly PlacedPiece[] = [];
  private frame: Frame | undefined;
  private frameKey = '';
  private answers = new Map<IssueRule, Answer>();

  check(
    issue: Issue,
    rules: readonly Rule[],
    options: CheckOptions,
    archive: ArchiveView | undefined,
    counts: { issueRules: number },
    failed: (rule: string, error: unknown) => void,
  ): IssueFinding[] {
    const key = frameKey(issue, options);
    if (
      !this.frame ||
      key !== this.frameKey ||
      this.frame.archive !== archive ||
      this.frame.profile !== issue.profile
    ) {
      this.frame = frameOf(issue, options, archive);
      this.frameKey = key;
      this.answers = new Map();
    }
    const { frame } = this;
    const changed = changedPieces(this.pieces, issue.pieces);
    const answers = new Map<IssueRule, Answer>();
    const found: IssueFinding[] = [];
    for (const rule of rules) {
      if (rule.kind !== 'issue') continue;
      let answer = this.answers.get(rule);
      if (!answer || valuesOf(rule, changed.before) !== valuesOf(rule, changed.after)) {
        counts.issueRules += 1;
        answer = ask(rule, frame, issue);
      }
      answers.set(rule, answer);
      if (answer.failure) failed(rule.id, answer.failure.error);
      found.push(...answer.findings);
    }
    this.answers = answers;
    this.pieces = issue.pieces;
    return found;
  }
}

function ask(rule: IssueRule, frame: Frame, issue: Issue): Answer {
  const findings: IssueFinding[] = [];
  try {
    rule.check(frame, placedFacts(rule, frame, issue.pieces), (report) => findings.push({ rule, report }));
  } catch (error) {
    return { findings, failure: { error } };
  }
  return { findings, failure: undefined };
}

/** The pieces between those at both ends that two versions have in common. */
function changedPieces(before: readonly PlacedPiece[], after: readonly PlacedPiece[]) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head]!.piece === after[head]!.piece) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail)!.piece === after.at(-1 - tail)!.piece) tail += 1;
  return {
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}

function valuesOf(rule: IssueRule, pieces: readonly PlacedPiece[]): string {
  return pieces.map(({ piece }) => factsOf(rule, piece).key).join('');
}

/** The facts that a rule takes from a piece; taken once. */
function factsOf(rule: IssueRule, piece: Piece): Facts {
  return piece.answer(rule, () => {
    const facts = rule.facts(piece);
    const key = facts
      .map(({ at, places, ...values }) => `${sectionIndex(piece, at)} ${JSON.stringify(values)}\n`)
      .join('');
    return { facts, key };
  });
}

/** Which of the piece's own sections a range begins in; -1 above the first of them. */
function sectionIndex(piece: Piece, { start }: Range): number {
  return piece.sections.findLastIndex((section) => section.start <= start);
}

function placedFacts(rule: IssueRule, frame: Frame, pieces: readonly PlacedPiece[]): Placed<Fact>[] {
  const placed: Placed<Fact>[] = [];
  let sections = 0;
  for (const { piece } of pieces) {
    for (const { at, places, ...values } of factsOf(rule, piece).facts) {
      const index = placed.length;
      const named = Object.keys(places ?? {}).map((name) => [name, { of: 'fact', index, name }] as const);
      placed.push({
        ...values,
        at: { of: 'fact', index, name: '' },
        places: Object.fromEntries(named),
        section: frame.sections[sections + sectionIndex(piece, at)],
      });
    }
    sections += piece.sections.length;
  }
  return placed;
}

/** Where a place is in a version. @param rule whose fact it is a range of */
export function placeIn(issue: Issue, rule: IssueRule, { of, index, name }: Place): Range {
  let passed = 0;
  for (const { piece, start } of issue.pieces) {
    if (of === 'section') {
      const section = piece.sections[index - passed];
      if (section) return shifted(name === 'heading' ? section.heading : headingRange(piece, section), start);
      passed += piece.sections.length;
    } else {
      const { facts } = factsOf(rule, piece);
      const fact = facts[index - passed];
      if (fact) return shifted(name === '' ? fact.at : fact.places![name]!, start);
      passed += facts.length;
    }
  }
  throw new Error(`No ${of} ${index} of ${rule.id} in ${issue.uri}`);
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
