import { appendTo } from '../../text/lists';
import type { Range } from '../../text/sourceText';
import { Spans } from '../../text/spans';
import { RULES } from '../index';
import type { CheckOptions, Rule } from '../rule';
import type { Draft } from './drafts';

/** A place where a rule speaks to which others yield. */
export interface Span extends Range {
  readonly rule: string;
}

/** By rule: those that yield to it. */
const YIELDING: ReadonlyMap<string, readonly string[]> = yielding();

function yielding(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, yieldsTo = [] } of RULES) for (const better of yieldsTo) appendTo(found, better, id);
  return found;
}

/** Whether it matters what a rule says: it is on, or one that yields to it is. */
export function isHeard({ id }: Rule, { rules }: Pick<CheckOptions, 'rules'>): boolean {
  return rules[id] !== 'off' || YIELDING.get(id)?.some((other) => rules[other] !== 'off') === true;
}

/** Where drafts speak, for those that yield to their rules; in the offsets of the drafts. */
export function spansOf(drafts: readonly Draft[]): Span[] {
  const spans: Span[] = [];
  for (const { rule, at, related } of drafts) {
    if (!YIELDING.has(rule.id)) continue;
    spans.push(spanOf(rule.id, at));
    for (const place of related) if (!place.uri) spans.push(spanOf(rule.id, place));
  }
  return spans;
}

// An empty range, as of a missing line, still touches the lines around it.
function spanOf(rule: string, { start, end }: Range): Span {
  return { rule, start: start - 1, end: end + 1 };
}

/**
 * Leaves out drafts where a rule speaks that knows better, wanted or not.
 *
 * @param first the least offset there is
 */
export function unexplained(
  drafts: readonly Draft[],
  spans: readonly Span[],
  first: number,
): readonly Draft[] {
  if (spans.length === 0) return drafts;
  const byRule = new Map<string, Range[]>();
  for (const { rule, start, end } of spans) appendTo(byRule, rule, { start: Math.max(first, start), end });
  const spoken = new Map([...byRule].map(([rule, ranges]) => [rule, new Spans(ranges)]));
  return drafts.filter(
    ({ rule, at, within = at }) => !rule.yieldsTo?.some((better) => spoken.get(better)?.touches(within)),
  );
}
