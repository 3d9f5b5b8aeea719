import type { Piece } from '../../newsletter/issue/piece';
import type { PlacedPiece } from '../../newsletter/issue/pieces';
import { append, isSameList } from '../../text/lists';
import type { Range } from '../../text/sourceText';
import type { Fact, Frame, FrameSection, IssueRule, Place, Placed } from '../rule';
import type { ChangedPieces } from './changedPieces';

/** The facts that a rule takes from a piece. */
interface Facts {
  readonly facts: readonly Fact[];
  /** In which of the piece's own sections each is; -1 above the first of them. */
  readonly sections: readonly number[];
}

/** The facts that a rule takes from a piece; taken once. */
export function factsOf(rule: IssueRule, piece: Piece): readonly Fact[] {
  return known(rule, piece).facts;
}

/**
 * Those of some rules that take something else from what has changed than they did before, or fail.
 *
 * @param rules the same list as long as they are the same
 */
export function rulesWithNewFacts(
  rules: readonly IssueRule[],
  { before, after }: ChangedPieces,
): ReadonlySet<IssueRule> {
  const old = before.map(({ piece }) => factsOfEach(rules, piece));
  const now = after.map(({ piece }) => factsOfEach(rules, piece));
  const others = new Set<IssueRule>();
  const isMoreThanOne = old.length !== 1 || now.length !== 1;
  // With loops: there are as many rules a key as all else that a key has done.
  for (let n = 0; n < rules.length; n += 1) {
    let isSame = old.length === now.length;
    for (let at = 0; isSame && at < old.length; at += 1)
      isSame = old[at]![n] === now[at]![n] || isSameFactList(old[at]![n], now[at]![n]);
    if (!isSame && isMoreThanOne) isSame = isSameFactList(joined(before, old, n), joined(after, now, n));
    if (!isSame) others.add(rules[n]!);
  }
  return others;
}

/**
 * The facts that a rule takes from an issue, each with its place and section.
 *
 * @param kept those of the version before, of which most are taken over, and whether all are: see {@link rulesWithNewFacts}
 */
export function placedFacts(
  rule: IssueRule,
  frame: Frame,
  pieces: readonly PlacedPiece[],
  changed: ChangedPieces,
  kept:
    | { readonly facts: readonly Placed<Fact>[]; readonly frame: Frame; readonly isSame: boolean }
    | undefined,
): readonly Placed<Fact>[] {
  // Where the rule does not look at them, sections may be of another frame.
  const isSameFrame = !rule.goesBy?.includes('sections') || kept?.frame.sections === frame.sections;
  if (!kept || (!isSameFrame && kept.frame.sections.length !== frame.sections.length))
    return placed(rule, frame, pieces, 0, 0);
  const all = isSameFrame ? kept.facts : kept.facts.map((fact) => inSection(fact, frame));
  if (kept.isSame) return all;
  const { head, before, after } = changed;
  let first = 0;
  let sections = 0;
  for (let n = 0; n < head; n += 1) {
    const { piece } = pieces[n]!;
    first += factsOf(rule, piece).length;
    sections += piece.headings.length;
  }
  const own = placed(rule, frame, after, first, sections, { pieces: before, facts: all });
  const facts = all.slice(0, first);
  for (const fact of own) facts.push(fact);
  const next = first + countOf(rule, before);
  const by = facts.length - next;
  for (let n = next; n < all.length; n += 1) facts.push(by === 0 ? all[n]! : moved(all[n]!, by));
  return facts;
}

/**
 * @param first how many facts stand above the pieces
 * @param sectionsAbove how many headings do
 * @param kept of the version before: the pieces in their place, and the facts of all
 */
function placed(
  rule: IssueRule,
  frame: Frame,
  pieces: readonly PlacedPiece[],
  first: number,
  sectionsAbove: number,
  kept?: { readonly pieces: readonly PlacedPiece[]; readonly facts: readonly Placed<Fact>[] },
): Placed<Fact>[] {
  const all: Placed<Fact>[] = [];
  let above = sectionsAbove;
  // Fix all changes some pieces here and there: what stands between them has its old numbers until there are more.
  let isNumberedAlike = kept !== undefined;
  // With loops: every rule asks every piece, and most take nothing from it.
  for (let number = 0; number < pieces.length; number += 1) {
    const { piece } = pieces[number]!;
    const { facts, sections } = known(rule, piece);
    const before = isNumberedAlike ? kept!.pieces[number]?.piece : undefined;
    if (piece === before) {
      for (const _ of facts) all.push(kept!.facts[first + all.length]!);
      above += piece.headings.length;
      continue;
    }
    isNumberedAlike =
      before !== undefined &&
      factsOf(rule, before).length === facts.length &&
      before.headings.length === piece.headings.length;
    for (let n = 0; n < facts.length; n += 1) {
      const index = first + all.length;
      all.push(placedAt(facts[n]!, index, frame.sections[above + sections[n]!]));
    }
    above += piece.headings.length;
  }
  return all;
}

function placedAt(fact: Fact, index: number, section: FrameSection | undefined): Placed<Fact> {
  return { section, ...fact, at: { of: 'fact', index, name: '' }, places: placesOf(fact.places, index) };
}

/** Where places of a fact are that has a number. @param own with the names of the places */
function placesOf(own: object | undefined, index: number): Record<string, Place> {
  const places: Record<string, Place> = {};
  for (const name in own) places[name] = { of: 'fact', index, name };
  return places;
}

/** A fact with the section that now has its number. */
function inSection(fact: Placed<Fact>, { sections }: Frame): Placed<Fact> {
  const section = fact.section && sections[fact.section.index];
  return section === fact.section ? fact : Object.assign({}, fact, { section });
}

function moved(fact: Placed<Fact>, by: number): Placed<Fact> {
  const index = fact.at.index + by;
  const at: Place = { of: 'fact', index, name: '' };
  return Object.assign({}, fact, { at, places: placesOf(fact.places, index) });
}

function countOf(rule: IssueRule, pieces: readonly PlacedPiece[]): number {
  let count = 0;
  for (const { piece } of pieces) count += factsOf(rule, piece).length;
  return count;
}

/**
 * The facts of several pieces, with their sections counted through; undefined where the rule fails.
 *
 * @param facts of each piece, by rule
 * @param rule its number among them
 */
function joined(
  pieces: readonly PlacedPiece[],
  facts: readonly (readonly (Facts | undefined)[])[],
  rule: number,
): Facts | undefined {
  const all: { facts: Fact[]; sections: number[] } = { facts: [], sections: [] };
  let above = 0;
  for (const [at, { piece }] of pieces.entries()) {
    const own = facts[at]![rule];
    if (!own) return undefined;
    append(all.facts, own.facts);
    for (const section of own.sections) all.sections.push(above + section);
    above += piece.headings.length;
  }
  return all;
}

/** What most rules take from most pieces. */
const NOTHING: Facts = { facts: [], sections: [] };

function known(rule: IssueRule, piece: Piece): Facts {
  return piece.answer(rule, () => {
    const facts = rule.facts(piece);
    if (facts.length === 0) return NOTHING;
    return { facts, sections: facts.map(({ at }) => sectionIndex(piece, at)) };
  });
}

/** The facts that each of some rules takes from a piece, in their order; undefined where one fails. */
function factsOfEach(rules: readonly IssueRule[], piece: Piece): readonly (Facts | undefined)[] {
  return piece.kept(rules, () =>
    rules.map((rule) => {
      try {
        return known(rule, piece);
      } catch {
        // It is told when the rule is asked.
        return undefined;
      }
    }),
  );
}

function isSameFactList(a: Facts | undefined, b: Facts | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return isSameList(
    a.facts,
    b.facts,
    (one, other, n) => a.sections[n] === b.sections[n] && isSameFact(one, other),
  );
}

function isSameFact(a: Fact, b: Fact): boolean {
  const names = Object.keys(a) as (keyof Fact)[];
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => {
      if (name === 'at') return true;
      // Which places there are matters; where they are does not.
      if (name === 'places') return isSame(Object.keys(a.places ?? {}), Object.keys(b.places ?? {}));
      return isSame(a[name], b[name]);
    })
  );
}

/** Whether two values of facts are the same, to the last of what they hold. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => isSame(a[name as keyof typeof a], b[name as keyof typeof b]))
  );
}

/** Which of the piece's own sections a range begins in; -1 above the first of them. */
function sectionIndex(piece: Piece, { start }: Range): number {
  return piece.headings.findLastIndex((heading) => heading.start <= start);
}
