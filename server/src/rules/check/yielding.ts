import { appendTo } from '../../text/lists';
import { RULES } from '../index';
import type { CheckOptions, Rule } from '../rule';

/** By rule: those that yield to it. */
const YIELDING: ReadonlyMap<string, readonly string[]> = yielding();

function yielding(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, yieldsTo = [] } of RULES) for (const better of yieldsTo) appendTo(found, better, id);
  return found;
}

/** Whether others yield to a rule. */
export function isYieldedTo({ id }: Rule): boolean {
  return YIELDING.has(id);
}

/** Whether it matters what a rule says: it is on, or one that yields to it is. */
export function isHeard({ id }: Rule, { rules }: Pick<CheckOptions, 'rules'>): boolean {
  return rules[id] !== 'off' || YIELDING.get(id)?.some((other) => rules[other] !== 'off') === true;
}
