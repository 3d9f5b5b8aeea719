import { appendTo } from '../../text/lists';
import type { Range } from '../../text/sourceText';
import { Spans } from '../../text/spans';
import type { Draft } from './drafts';
import { isYieldedTo } from './yielding';

/** A place where a rule speaks to which others yield. */
export interface Span extends Range {
  readonly rule: string;
}

/** Where drafts speak, for those that yield to their rules; in the offsets of the drafts. */
export function spansOf(drafts: readonly Draft[]): Span[] {
  const spans: Span[] = [];
  for (const { rule, at, related } of drafts) {
    if (!isYieldedTo(rule)) continue;
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
