import type { Finding, Fix } from '../../rules/rule';
import { compatible, type Edit } from '../../text/edits';
import { lineEdits } from '../../text/lineEdits';
import type { Range, SourceText } from '../../text/sourceText';
import type { Steps } from '../../text/steps';
import type { FixAllInput } from './fixAll';
import { Trials } from './trials';

/** Characters that are checked again at most, so that nobody waits for long; enough for fifty rounds of a long issue. */
const MOST_CHECKED = 2_000_000;

/**
 * Mends all findings of a rule by one kind of fix, the last first and one after the other: what is told of both copies
 * of something is true of one only, once the other is gone. What names no line that another one changes is mended in one
 * go, as long as that leaves no more to do.
 *
 * @param wanted the kind of fix
 */
export function* fixAlikeInSteps(
  input: FixAllInput,
  rule: string,
  wanted: (fix: Fix) => boolean,
): Steps<Edit[]> {
  const { options, archive, trials = new Trials() } = input;
  let { issue } = input;
  const inNeed = (findings: readonly Finding[]) =>
    findings.filter((finding) => finding.rule === rule && finding.fixes.some(wanted));
  let left = inNeed(input.findings ?? (yield* trials.check(issue, options, archive)).findings);
  let most = left.length;
  for (let checked = 0; left.length > 0 && checked < MOST_CHECKED; ) {
    const groups = lastApart(issue.source, left.slice(-most), wanted);
    const edited = yield* trials.edited(issue, compatible(groups));
    checked += edited.source.text.length;
    const after = inNeed((yield* trials.check(edited, options, archive)).findings);
    const mended = left.length - after.length;
    if (mended < groups.length && groups.length > 1) {
      most = groups.length >> 1;
      continue;
    }
    issue = edited;
    // A fix that leaves as much to do as there was would be made for ever.
    if (mended <= 0) break;
    left = after;
  }
  return lineEdits(input.issue.source.text, issue.source.text);
}

/** The edits that mend the last findings, of one at least, as far as none is about a line that another one changes. */
function lastApart(
  source: SourceText,
  findings: readonly Finding[],
  wanted: (fix: Fix) => boolean,
): (readonly Edit[])[] {
  const groups: (readonly Edit[])[] = [];
  const changed = new Set<number>();
  const named = new Set<number>();
  for (const finding of [...findings].reverse()) {
    const edits = finding.fixes.find(wanted)!.edits();
    const changes = linesOf(source, edits);
    const about = linesOf(source, [finding.at, ...finding.related.filter(({ uri }) => uri === undefined)]);
    if (changes.some((line) => changed.has(line) || named.has(line))) break;
    if (about.some((line) => changed.has(line))) break;
    groups.push(edits);
    for (const line of changes) changed.add(line);
    for (const line of about) named.add(line);
  }
  return groups;
}

function linesOf(source: SourceText, ranges: readonly Range[]): number[] {
  return ranges.flatMap(({ start, end }) => {
    const first = source.lineNumberAt(start);
    const last = source.lineNumberAt(Math.max(start, end - 1));
    return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  });
}
