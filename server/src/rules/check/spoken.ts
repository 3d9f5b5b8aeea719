import { appendTo } from '../../text/lists';
import type { Range } from '../../text/sourceText';
import { Spans } from '../../text/spans';
import { RULES } from '../index';
import type { Draft } from './drafts';

/** A place where a rule speaks to which others yield. */
export interface Span extends Range {
  readonly rule: string;
}

const YIELDED_TO: ReadonlySet<string> = new Set(RULES.flatMap(({ yieldsTo = [] }) => yieldsTo));

/** Where a draft speaks, for those that yield to its rule; in the offsets of the draft. */
export function spansOf({ rule, at, related }: Draft): Span[] {
  if (!YIELDED_TO.has(rule.id)) return [];
  const spans = [spanOf(rule.id, at)];
  for (const place of related) if (!place.uri) spans.push(spanOf(rule.id, place));
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
