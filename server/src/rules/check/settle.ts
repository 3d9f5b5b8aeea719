import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import { isSameList } from '../../text/lists';
import { indexBefore, shifted } from '../../text/sourceText';
import type { IssueRule, SharedOptions } from '../rule';
import type { ChangedPieces } from './changedPieces';
import type { Counts } from './counts';
import { type Draft, draftFrom, draftOfIssue, draftOfPiece, type Told } from './drafts';
import { fold } from './fold';
import type { IssueFinding } from './issueRules';
import type { Answers } from './pieces';
import { Places } from './places';
import { type Hinge, isChore, isStill, Severities } from './severities';
import { type Span, spansOf, unexplained } from './spoken';
import { headingsOf, type Stretch, stretchesOf } from './stretches';
import { Verdict } from './verdict';

/** What was said about the pieces of a stretch, in its offsets. */
interface Said {
  readonly drafts: readonly Draft[];
  /** Those that begin behind the end, in the offsets of the next stretch. */
  readonly over: readonly Draft[];
  /** Where rules speak up to the stretch above (in the offsets of this one) and below (in those of that one). */
  readonly above: readonly Span[];
  readonly below: readonly Span[];
}

/** What is kept of a stretch for the next version. */
interface Settled {
  readonly said: Said;
  /** What comes to it from without: findings about the whole issue, and those of its neighbors that reach over. */
  readonly given: readonly Draft[];
  readonly foreign: readonly Span[];
  /** What is left of them all that is to be heard, by place, then by the rules' order. */
  readonly kept: readonly Draft[];
  readonly chores: number;
  told:
    | { readonly nearlyDone: boolean; readonly told: readonly Told[]; readonly hinges: readonly Hinge[] }
    | undefined;
}

/** Settles what becomes of what rules say, anew only where something else is said than in the version before. */
export class Settling {
  private severities: Severities | undefined;
  private stretches: readonly Stretch[] = [];
  /** Of each stretch. */
  private settled: readonly Settled[] = [];

  /** @param known what to go on from */
  constructor(known?: Settling) {
    this.severities = known?.severities;
    this.stretches = known?.stretches ?? [];
    this.settled = known?.settled ?? [];
  }

  /**
   * @param changed what lies between the pieces about which the same was said in the version that was settled last
   * @param answers what was said about each piece
   * @param found what was said about the whole
   * @param counts of what places are named by
   * @param options the same object as long as they are the same
   */
  settle(
    issue: Issue,
    changed: ChangedPieces,
    answers: readonly (readonly Answers[])[],
    found: readonly IssueFinding[],
    counts: Counts,
    options: SharedOptions,
    archive: ArchiveView | undefined,
  ): Verdict {
    if (!this.severities?.isFor(options, archive)) {
      this.severities = new Severities(options, archive);
      this.settled = [];
    }
    const { severities } = this;
    const places = new Places(issue, counts);
    const { stretches, head, tail } = stretchesOf(issue.pieces, this.stretches, changed);
    const by = this.settled.length - stretches.length;
    const isKept = (n: number) => n < head || n >= stretches.length - tail;
    const before = stretches.map((_, n) => (isKept(n) ? this.settled[n < head ? n : n + by] : undefined));
    const said = stretches.map((stretch, n) => before[n]?.said ?? saidOf(stretch, answers));
    const { given, foreign } = givenTo(stretches, said, found, places);
    const settled = stretches.map((stretch, n): Settled => {
      const about = { said: said[n]!, given: given[n] ?? NOTHING, foreign: foreign[n] ?? NOTHING };
      const known = before[n];
      return known && isSame(known, about) ? known : settle(stretch, about, severities, issue);
    });
    this.stretches = stretches;
    this.settled = settled;

    const nearlyDone = severities.isNearlyDone(
      issue,
      settled.reduce((sum, { chores }) => sum + chores, 0),
    );
    const told = settled.map((one, n) => {
      const { start, end } = stretches[n]!;
      return { start, end, told: tell(one, stretches[n]!, severities, nearlyDone, places) };
    });
    return new Verdict(told, places);
  }
}

function saidOf({ pieces, start, end, first }: Stretch, answers: readonly (readonly Answers[])[]): Said {
  const drafts: Draft[] = [];
  for (const [n, piece] of pieces.entries())
    for (const { findings } of answers[first + n]!)
      for (const finding of findings) drafts.push(draftOfPiece(finding, piece.start - start));
  const length = end - start;
  const spans = spansOf(drafts);
  return {
    drafts,
    over: drafts.filter(({ at }) => at.start >= length).map((draft) => draftFrom(draft, length)),
    above: spans.filter((span) => span.start < 0),
    below: spans.filter((span) => span.end > length).map((span) => moved(span, -length)),
  };
}

const NOTHING: readonly never[] = [];

/** What comes to each stretch from without; nothing to most of them. */
function givenTo(
  stretches: readonly Stretch[],
  said: readonly Said[],
  found: readonly IssueFinding[],
  places: Places,
): { given: Draft[][]; foreign: Span[][] } {
  const given: Draft[][] = [];
  const foreign: Span[][] = [];
  const give = <T>(lists: T[][], n: number, one: T) => {
    lists[n] ??= [];
    lists[n].push(one);
  };
  for (const [n, { over, above, below }] of said.entries()) {
    for (const draft of over) give(given, n + 1, draft);
    for (const span of below) give(foreign, n + 1, span);
    if (n === 0) continue;
    const { start, end } = stretches[n - 1]!;
    for (const span of above) give(foreign, n - 1, moved(span, end - start));
  }
  for (const finding of found) {
    const at = places.where(finding.rule as IssueRule, finding.report.at);
    const own = Math.max(0, indexBefore(stretches, at.start));
    const { start } = stretches[own]!;
    const draft = draftOfIssue(finding, places, at, start);
    give(given, own, draft);
    for (const span of spansOf([draft])) {
      const last = indexBefore(stretches, start + span.end);
      for (let n = Math.max(0, indexBefore(stretches, start + span.start)); n <= last; n += 1)
        if (n !== own) give(foreign, n, moved(span, start - stretches[n]!.start));
    }
  }
  return { given, foreign };
}

function settle(
  stretch: Stretch,
  about: Omit<Settled, 'kept' | 'chores' | 'told'>,
  severities: Severities,
  issue: Issue,
): Settled {
  const { said, given, foreign } = about;
  const { start, end } = stretch;
  const all = [...given, ...said.drafts];
  const spans = [...spansOf(all), ...foreign];
  // What begins behind the end is given to the next stretch, where there is one.
  const limit = end === issue.source.text.length ? Number.POSITIVE_INFINITY : end - start;
  const kept = unexplained(all, spans, -start)
    .filter((draft) => draft.at.start < limit && severities.isWanted(draft, issue, start))
    .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || a.order - b.order);
  const chores = kept.filter((draft) => isChore(draft)).length;
  return { said, given, foreign, kept, chores, told: undefined };
}

function tell(
  settled: Settled,
  stretch: Stretch,
  severities: Severities,
  nearlyDone: boolean,
  places: Places,
): readonly Told[] {
  const { kept, told: known } = settled;
  const version = { issue: places.issue, places, start: stretch.start };
  if (known?.nearlyDone === nearlyDone && isStill(known.hinges, version)) return known.told;
  const { told, hinges } = severities.tell(kept, nearlyDone, version);
  const above = headingsOf(stretch);
  const folded = severities.folds ? fold(told, (at) => above(at.start)) : told;
  settled.told = { nearlyDone, told: folded, hinges };
  return folded;
}

/** Whether the same is said about a stretch, from within and from without. */
function isSame(before: Settled, after: Pick<Settled, 'said' | 'given' | 'foreign'>): boolean {
  return (
    before.said === after.said &&
    isSameDrafts(before.given, after.given) &&
    isSameSpans(before.foreign, after.foreign)
  );
}

function isSameDrafts(before: readonly Draft[], after: readonly Draft[]): boolean {
  if (before === after) return true;
  return isSameList(
    before,
    after,
    (known, draft) =>
      known === draft ||
      (known.report === draft.report &&
        known.at.start === draft.at.start &&
        known.at.end === draft.at.end &&
        draft.related.every(({ uri, start, end }, n) => {
          const place = known.related[n]!;
          return uri !== undefined || (place.start === start && place.end === end);
        })),
  );
}

function isSameSpans(before: readonly Span[], after: readonly Span[]): boolean {
  if (before === after) return true;
  return isSameList(
    before,
    after,
    (known, { rule, start, end }) => known.rule === rule && known.start === start && known.end === end,
  );
}

function moved(span: Span, by: number): Span {
  return { rule: span.rule, ...shifted(span, by) };
}
