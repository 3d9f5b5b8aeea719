import type { PlacedPiece } from '../../newsletter/issue/pieces';
import type { Fact, Frame, FrameSection, IssueRule, Place, Placed } from '../rule';
import type { ChangedPieces } from './changedPieces';
import type { Counts } from './counts';
import type { TakenFacts } from './taken';

/**
 * The facts that a rule takes from an issue, each with its place and section.
 *
 * @param kept those of the version before, of which most are taken over, and whether all are
 */
export function placedFacts(
  rule: IssueRule,
  frame: Frame,
  pieces: readonly PlacedPiece[],
  counts: Counts,
  changed: ChangedPieces,
  kept:
    | { readonly facts: readonly Placed<Fact>[]; readonly frame: Frame; readonly isSame: boolean }
    | undefined,
): readonly Placed<Fact>[] {
  const { taken } = counts;
  // Where the rule does not look at them, sections may be of another frame.
  const isSameFrame = !rule.goesBy?.includes('sections') || kept?.frame.sections === frame.sections;
  if (!kept || (!isSameFrame && kept.frame.sections.length !== frame.sections.length))
    return placed(taken, rule, frame, pieces, 0, 0);
  const all = isSameFrame ? kept.facts : kept.facts.map((fact) => inSection(fact, frame));
  if (kept.isSame) return all;
  const { head, before, after } = changed;
  const first = counts.ofFacts(rule)[head - 1] ?? 0;
  const sections = counts.ofHeadings()[head - 1] ?? 0;
  const own = placed(taken, rule, frame, after, first, sections, { pieces: before, facts: all });
  const facts = all.slice(0, first);
  for (const fact of own) facts.push(fact);
  const next = first + countOf(taken, rule, before);
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
  taken: TakenFacts,
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
    const { facts, sections } = taken.of(rule, piece);
    const before = isNumberedAlike ? kept!.pieces[number]?.piece : undefined;
    if (piece === before) {
      for (const _ of facts) all.push(kept!.facts[first + all.length]!);
      above += piece.headings.length;
      continue;
    }
    isNumberedAlike =
      before !== undefined &&
      taken.of(rule, before).facts.length === facts.length &&
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
  const at: Place = { of: 'fact', index, name: '' };
  return Object.assign({}, fact, { section, at, places: placesOf(fact.places, index) });
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

function countOf(taken: TakenFacts, rule: IssueRule, pieces: readonly PlacedPiece[]): number {
  let count = 0;
  for (const { piece } of pieces) count += taken.of(rule, piece).facts.length;
  return count;
}
