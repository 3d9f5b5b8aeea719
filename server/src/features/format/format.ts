import type { Issue } from '../../newsletter/issue/issue';
import { DEFAULT_OPTIONS } from '../../rules/check';
import { hasTag, RULES } from '../../rules/index';
import type { CheckOptions } from '../../rules/rule';
import type { Edit } from '../../text/edits';
import { applyEdits } from '../../text/edits';
import { lineEdits } from '../../text/lineEdits';
import type { Range } from '../../text/sourceText';
import { fixedIssue } from '../fix/fixAll';
import type { Trials } from '../fix/trials';

/** What the newsletter's people have switched off is not formatted either. */
export type FormatOptions = Pick<CheckOptions, 'rules' | 'ignore'>;

/**
 * Formats an issue.
 *
 * @param trials of the document's formatting, if it is formatted again and again
 * @returns edits as small as they can be; none when all is in the house style
 */
export function formatEdits(issue: Issue, options?: FormatOptions, trials?: Trials): Edit[] {
  const after = formatText(issue, options, trials);
  return lineEdits(issue.source.text, after).flatMap((edit) => smallestEdits(issue.source.text, edit));
}

/** Of the edits of {@link formatEdits} those that touch the lines of a range. */
export function formatRangeEdits(
  issue: Issue,
  range: Range,
  options?: FormatOptions,
  trials?: Trials,
): Edit[] {
  const { source } = issue;
  const start = source.lineAt(range.start).start;
  // A selection that ends before the first character of a line does not mean that line.
  const last = range.end > range.start ? range.end - 1 : range.end;
  const end = source.fullLine(source.lineNumberAt(last)).end;
  return formatEdits(issue, options, trials).filter((edit) =>
    edit.start === edit.end ? start <= edit.start && edit.start <= end : edit.start < end && start < edit.end,
  );
}

/**
 * The text in the house style (docs/newsletter.md#house-style): bullets, nesting, blank lines, blanks at the end of
 * lines, spacing in event lines, dashes. Undoes what formatters for other kinds of Markdown do. Formatted text stays
 * as it is.
 */
export function formatText(issue: Issue, options: FormatOptions = DEFAULT_OPTIONS, trials?: Trials): string {
  if (issue.profile.can.linksOnly) return issue.source.text;
  const fixed = fixedIssue({ issue, options: formatOptions(options), ...(trials && { trials }) });
  if (!fixed.profile.can.tightHeadings) return fixed.source.text;
  return applyEdits(fixed.source.text, gapsBelowHeadings(fixed));
}

function formatOptions({ rules, ignore }: FormatOptions): CheckOptions {
  const levels: Record<string, CheckOptions['rules'][string]> = {};
  for (const { id } of RULES) {
    const level = hasTag(id, 'layout') || hasTag(id, 'repair') ? rules[id] : 'off';
    if (level) levels[id] = level;
  }
  return { ...DEFAULT_OPTIONS, rules: levels, ...(ignore ? { ignore } : {}) };
}

/** Blank lines between a heading and its first item: older issues have one there, these have none. */
function gapsBelowHeadings({ lines, source }: Issue): Edit[] {
  const edits: Edit[] = [];
  for (let n = 0; n < lines.length; n += 1) {
    if (lines[n]!.kind !== 'heading') continue;
    let below = n + 1;
    while (lines[below]?.kind === 'blank') below += 1;
    const first = lines[below];
    if (below === n + 1 || first?.kind !== 'item' || first.depth !== 0 || first.bullet === '1') continue;
    edits.push({ start: source.line(n + 1).start, end: first.start, text: '' });
  }
  return edits;
}

/** An edit of whole lines, line by line where as many come as go, each without what stays at its two ends. */
function smallestEdits(text: string, edit: Edit): Edit[] {
  const before = splitKeeping(text.slice(edit.start, edit.end));
  const after = splitKeeping(edit.text);
  if (before.length !== after.length) return trimmed(text, edit);
  let at = edit.start;
  return before.flatMap((line, n) => {
    const start = at;
    at += line.length;
    return line === after[n] ? [] : trimmed(text, { start, end: at, text: after[n]! });
  });
}

function splitKeeping(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function trimmed(text: string, { start, end, text: given }: Edit): Edit[] {
  const before = text.slice(start, end);
  const most = Math.min(before.length, given.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === given.charCodeAt(head)) head += 1;
  while (head > 0 && (splits(before, head) || splits(given, head))) head -= 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === given.charCodeAt(given.length - 1 - tail)
  )
    tail += 1;
  while (tail > 0 && (splits(before, before.length - tail) || splits(given, given.length - tail))) tail -= 1;
  return [{ start: start + head, end: end - tail, text: given.slice(head, given.length - tail) }];
}

/** Whether a cut at an offset parts what belongs together: CR and LF, or the halves of a character. */
function splits(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) === 13 && text.charCodeAt(at) === 10) || text.codePointAt(at - 1)! > 0xffff;
}
