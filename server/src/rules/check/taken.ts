import type { Piece } from '../../newsletter/issue/piece';
import type { PlacedPiece } from '../../newsletter/issue/pieces';
import { append, isSameList } from '../../text/lists';
import { indexBefore } from '../../text/sourceText';
import type { Fact, IssueRule } from '../rule';
import type { ChangedPieces } from './changedPieces';

/** The facts that a rule takes from a piece. */
interface Facts {
  readonly facts: readonly Fact[];
  /** In which of the piece's own sections each is; -1 above the first of them. */
  readonly sections: readonly number[];
}

/** By the numbers of rules; undefined where a rule has not been asked, or fails. */
type FactsByRule = (Facts | undefined)[];

/** What is kept of a piece. */
interface Taken {
  readonly own: FactsByRule;
  /** Of rules that took no look at the headings around: for all pieces with its text. */
  readonly ofText: FactsByRule;
}

/** What most rules take from most pieces. */
const NOTHING: Facts = { facts: [], sections: [] };

/** Rules about issues, and the facts that each takes from a piece, once. */
export class TakenFacts {
  private readonly numbers: ReadonlyMap<IssueRule, number>;

  constructor(readonly rules: readonly IssueRule[]) {
    this.numbers = new Map(rules.map((rule, n) => [rule, n]));
  }

  /** The facts that one of the rules takes from a piece. Throws what the rule throws. */
  of(rule: IssueRule, piece: Piece): Facts {
    const n = this.numbers.get(rule)!;
    const taken = this.takenFrom(piece);
    return taken.own[n] ?? take(rule, n, piece, taken);
  }

  /** How many facts one of the rules takes from a piece; undefined where it fails. */
  countOf(rule: IssueRule, piece: Piece): number | undefined {
    try {
      return this.of(rule, piece).facts.length;
    } catch {
      // It is told when the rule is asked.
      return undefined;
    }
  }

  /** The rules that take something else from what has changed than they did before, or fail. */
  changedBy({ before, after }: ChangedPieces): ReadonlySet<IssueRule> {
    const old = before.map(({ piece }) => this.ofEach(piece));
    const now = after.map(({ piece }) => this.ofEach(piece));
    const others = new Set<IssueRule>();
    const isMoreThanOne = old.length !== 1 || now.length !== 1;
    // With loops: there are as many rules a key as all else that a key has done.
    for (let n = 0; n < this.rules.length; n += 1) {
      let isSame = old.length === now.length;
      for (let at = 0; isSame && at < old.length; at += 1)
        isSame = old[at]![n] === now[at]![n] || isSameFactList(old[at]![n], now[at]![n]);
      if (!isSame && isMoreThanOne) isSame = isSameFactList(joined(before, old, n), joined(after, now, n));
      if (!isSame) others.add(this.rules[n]!);
    }
    return others;
  }

  /** The facts that each of the rules takes from a piece, in their order; undefined where one fails. */
  private ofEach(piece: Piece): FactsByRule {
    const taken = this.takenFrom(piece);
    const { own } = taken;
    for (let n = 0; n < this.rules.length; n += 1) {
      if (own[n]) continue;
      try {
        take(this.rules[n]!, n, piece, taken);
      } catch {
        // It is told when the rule is asked.
      }
    }
    return own;
  }

  private takenFrom(piece: Piece): Taken {
    return piece.kept(this, () => {
      const ofText = piece.answer(this, (): FactsByRule => this.rules.map(() => undefined));
      return { own: [...ofText], ofText };
    });
  }
}

/** @param n the rule's number */
function take(rule: IssueRule, n: number, piece: Piece, { own, ofText }: Taken): Facts {
  piece.looked = false;
  const facts = rule.facts(piece);
  const taken =
    facts.length === 0
      ? NOTHING
      : { facts, sections: facts.map(({ at }) => indexBefore(piece.headings, at.start)) };
  own[n] = taken;
  if (!piece.looked) ofText[n] = taken;
  return taken;
}

/**
 * The facts of several pieces, with their sections counted through; undefined where the rule fails.
 *
 * @param facts of each piece, by rule
 * @param rule its number among them
 */
function joined(
  pieces: readonly PlacedPiece[],
  facts: readonly FactsByRule[],
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
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    if (name === 'at') continue;
    // Which places there are matters; where they are does not.
    const same =
      name === 'places'
        ? isSame(Object.keys(a.places ?? {}), Object.keys(b.places ?? {}))
        : isSame(a[name], b[name]);
    if (!same) return false;
  }
  return true;
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
