import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import type { Piece } from '../../newsletter/issue/piece';
import type { PlacedPiece } from '../../newsletter/issue/pieces';
import { headingRange } from '../../newsletter/sections/bodies';
import type { Section } from '../../newsletter/sections/sections';
import { inOneLine } from '../../text/shortened';
import type { Range } from '../../text/sourceText';
import type { Steps } from '../../text/steps';
import type { CheckOptions, Fact, Frame, IssueReport, IssueRule, Place, Placed, Rule } from '../rule';
import { frameOf, hasFrontOf, outlineOf } from './frame';

/** What a rule said about an issue. */
export interface IssueFinding {
  readonly rule: Rule;
  readonly report: IssueReport;
}

/** The facts that a rule takes from a piece. */
interface Facts {
  readonly facts: readonly Fact[];
  /** Their values as one text, once it is asked for. */
  key: string | undefined;
}

interface Answer {
  readonly findings: readonly IssueFinding[];
  readonly failure: { readonly error: unknown } | undefined;
}

/** Asks the rules about an issue as a whole; those whose facts are the same as in the version before are not asked. */
export class IssueRules {
  private pieces: readonly PlacedPiece[] = [];
  private frame: Frame | undefined;
  private outline = '';
  private specs: Issue['specs'] | undefined;
  private optionsKey = '';
  private answers = new Map<IssueRule, Answer>();
  /** Counts checks: one that another has overtaken between its steps has nothing to tell the next. */
  private checks = 0;

  *check(
    issue: Issue,
    rules: readonly Rule[],
    options: CheckOptions,
    archive: ArchiveView | undefined,
    counts: { issueRules: number },
    failed: (rule: string, error: unknown) => void,
  ): Steps<IssueFinding[]> {
    this.checks += 1;
    const { checks } = this;
    const frame = this.frameFor(issue, options, archive);
    const before = this.answers;
    const changed = changedPieces(this.pieces, issue.pieces);
    const answers = new Map<IssueRule, Answer>();
    const found: IssueFinding[] = [];
    for (const rule of rules) {
      if (rule.kind !== 'issue') continue;
      let answer = before.get(rule);
      if (!answer || valuesOf(rule, changed.before) !== valuesOf(rule, changed.after)) {
        counts.issueRules += 1;
        answer = ask(rule, frame, issue);
        yield;
      }
      answers.set(rule, answer);
      if (answer.failure) failed(rule.id, answer.failure.error);
      found.push(...answer.findings);
    }
    if (checks === this.checks) {
      this.answers = answers;
      this.pieces = issue.pieces;
    }
    return found;
  }

  /** The frame of the version before if all in it is the same; else the rules that go by what is not are to be asked. */
  private frameFor(issue: Issue, options: CheckOptions, archive: ArchiveView | undefined): Frame {
    const { frame } = this;
    const optionsKey = JSON.stringify(options);
    // Nothing of the outline is newer than the list: not even looked at.
    const outline = this.specs === issue.specs ? this.outline : outlineOf(issue);
    const isSameOutline = outline === this.outline;
    const isSame = frame !== undefined && this.optionsKey === optionsKey && hasFrontOf(frame, issue);
    if (!isSame) this.answers.clear();
    if (!isSameOutline) this.forget('outline');
    if (frame?.archive !== archive) this.forget('archive');
    this.specs = issue.specs;
    this.outline = outline;
    this.optionsKey = optionsKey;
    if (!isSame || !isSameOutline || frame.archive !== archive) this.frame = frameOf(issue, options, archive);
    return this.frame!;
  }

  private forget(what: 'archive' | 'outline'): void {
    for (const rule of this.answers.keys()) if (rule.goesBy?.includes(what)) this.answers.delete(rule);
  }
}

function ask(rule: IssueRule, frame: Frame, issue: Issue): Answer {
  const findings: IssueFinding[] = [];
  try {
    rule.check(frame, placedFacts(rule, frame, issue.pieces), (report) =>
      findings.push({ rule, report: { ...report, message: inOneLine(report.message) } }),
    );
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
  return pieces.map(({ piece }) => keyOf(piece, factsOf(rule, piece))).join('');
}

function keyOf(piece: Piece, known: Facts): string {
  known.key ??= known.facts
    .map(({ at, places = {}, ...values }) => {
      // Which places there are matters; where they are does not.
      return `${sectionIndex(piece, at)} ${Object.keys(places)} ${JSON.stringify(values)}\n`;
    })
    .join('');
  return known.key;
}

/** The facts that a rule takes from a piece; taken once. */
function factsOf(rule: IssueRule, piece: Piece): Facts {
  return piece.answer(rule, () => ({ facts: rule.facts(piece), key: undefined }));
}

/** Which of the piece's own sections a range begins in; -1 above the first of them. */
function sectionIndex(piece: Piece, { start }: Range): number {
  return piece.sections.findLastIndex((section) => section.start <= start);
}

function placedFacts(rule: IssueRule, frame: Frame, pieces: readonly PlacedPiece[]): Placed<Fact>[] {
  const placed: Placed<Fact>[] = [];
  let sections = 0;
  for (const { piece } of pieces) {
    const { facts } = factsOf(rule, piece);
    for (const fact of facts) {
      const index = placed.length;
      const places: Record<string, Place> = {};
      for (const name in fact.places) places[name] = { of: 'fact', index, name };
      placed.push({
        ...fact,
        at: { of: 'fact', index, name: '' },
        places,
        section: frame.sections[sections + sectionIndex(piece, fact.at)],
      });
    }
    sections += piece.sections.length;
  }
  return placed;
}

/** Where places are in a version of an issue. */
export class Places {
  private readonly facts = new Map<IssueRule, Parts<Fact>>();
  private sections: Parts<Section> | undefined;

  constructor(private readonly issue: Issue) {}

  /** @param rule whose fact the place is a range of */
  range(rule: IssueRule, { of, index, name }: Place): Range {
    if (of === 'section') {
      this.sections ??= new Parts(this.issue, (piece) => piece.sections);
      const { piece, part, start } = this.sections.at(index);
      return shifted(name === 'heading' ? part.heading : headingRange(piece, part), start);
    }
    let facts = this.facts.get(rule);
    if (!facts) {
      facts = new Parts(this.issue, (piece) => factsOf(rule, piece).facts);
      this.facts.set(rule, facts);
    }
    const { part, start } = facts.at(index);
    return shifted(name === '' ? part.at : part.places![name]!, start);
  }
}

/** Parts of all pieces of an issue, counted through. */
class Parts<T> {
  /** By piece: how many there are up to its end. */
  private readonly counts: number[] = [];

  constructor(
    private readonly issue: Issue,
    private readonly partsOf: (piece: Piece) => readonly T[],
  ) {
    let count = 0;
    for (const { piece } of issue.pieces) {
      count += partsOf(piece).length;
      this.counts.push(count);
    }
  }

  /** A part, and where its piece starts. */
  at(index: number): { readonly piece: Piece; readonly part: T; readonly start: number } {
    let low = 0;
    let high = this.counts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.counts[middle]! <= index) low = middle + 1;
      else high = middle;
    }
    const { piece, start } = this.issue.pieces[low]!;
    return { piece, start, part: this.partsOf(piece)[index - (this.counts[low - 1] ?? 0)]! };
  }
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
