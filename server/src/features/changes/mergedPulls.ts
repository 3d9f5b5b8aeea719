/** A pull request that a log tells of. */
export interface MergedPull {
  readonly number: number;
  /** As its author wrote it. */
  readonly title: string;
}

/** What is read of a commit; dates are the log's matter. */
export interface LoggedCommit {
  readonly subject: string;
  readonly body: string;
}

const SQUASHED = /^(.*?)[ ]\(#(\d+)\)$/;
/** RFCs are merged by hand, by their number. */
const RFC = /^Merge RFC[ ]#?0*(\d+):[ ]*(\S.*)$/i;
const MERGED = /^(?:Auto merge of|Merge pull request|Merge) #(\d+)\b/;
/** ` - rust-lang/rust#123456 (Title (with more) in it)` */
const ROLLED_UP = /^[ \t]*[-*][ \t]+(?:[\w.-]+\/[\w.-]+)?#(\d+)[ \t]+\((.*)\)[ \t]*$/;
const ROLLUP = /^Rollup of \d+ pull requests?/i;

/**
 * Reads the pull requests out of a first-parent log: squashed ones (`Title (#1)`), merges whose body has the title, and
 * the pull requests of a rollup by their own titles.
 *
 * @param commits the latest first
 * @returns each pull request once, the latest first
 */
export function mergedPulls(commits: readonly LoggedCommit[]): MergedPull[] {
  const found = new Map<number, MergedPull>();
  for (const commit of commits)
    for (const pull of pullsOf(commit)) if (!found.has(pull.number)) found.set(pull.number, pull);
  return [...found.values()];
}

/** The pull request that the subject of a merge names. */
export function numberOfMerge(subject: string): number | undefined {
  const number = (RFC.exec(subject) ??
    /^Rollup merge of #(\d+)\b/.exec(subject) ??
    MERGED.exec(subject))?.[1];
  return number === undefined ? undefined : Number(number);
}

function pullsOf({ subject, body }: LoggedCommit): MergedPull[] {
  const lines = body.split(/\r\n|\r|\n/);
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
  const squashed = SQUASHED.exec(subject.trim());
  if (squashed) return [{ number: Number(squashed[2]), title: joined(squashed[1]!.trim(), first) }];
  const rfc = RFC.exec(subject);
  if (rfc) return [{ number: Number(rfc[1]), title: rfc[2]!.trim() }];
  const merged = MERGED.exec(subject);
  if (!merged) return [];
  if (!ROLLUP.test(first)) return first === '' ? [] : [{ number: Number(merged[1]), title: first }];
  const failed = lines.findIndex((line) => /^failed merges\b/i.test(line.trim()));
  return (failed < 0 ? lines : lines.slice(0, failed)).flatMap((line) => {
    const match = ROLLED_UP.exec(line);
    return match ? [{ number: Number(match[1]), title: match[2]!.trim() }] : [];
  });
}

/** GitHub cuts a long title and goes on with it in the body. */
function joined(title: string, body: string): string {
  return title.endsWith('…') && body.startsWith('…') ? title.slice(0, -1) + body.slice(1) : title;
}
