import { isMetBy, type KnownFindings, type Verdict } from '../rules/check/verdict';
import type { Finding } from '../rules/rule';
import type { Range } from '../text/sourceText';

/** A part of a document, and what our rules tell of it. */
export interface CheckedPart extends Range {
  /** The same object while the same is told of the part, in whatever version and wherever it stands. */
  readonly key: object;
  findings(): readonly Finding[];
}

/** What a check of a document has come to. */
export class Checked implements KnownFindings {
  private all: readonly Finding[] | undefined;

  /**
   * @param verdict of our rules; undefined where they were not asked
   * @param others what else there is to say, by place
   */
  constructor(
    private readonly verdict: Verdict | undefined,
    readonly others: readonly Finding[],
  ) {}

  /** By place. */
  get findings(): readonly Finding[] {
    this.all ??= byPlace(this.verdict?.findings ?? [], this.others);
    return this.all;
  }

  meeting(range: Range): readonly Finding[] {
    const others = this.others.filter((finding) => isMetBy(finding, range));
    return byPlace(this.verdict?.meeting(range) ?? [], others);
  }

  /** What our rules tell, in order and without gaps; nothing that the others do. */
  get parts(): readonly CheckedPart[] {
    const { verdict } = this;
    if (!verdict) return [];
    return verdict.stretches.map((stretch) => ({
      start: stretch.start,
      end: stretch.end,
      key: stretch.told,
      findings: () => verdict.findingsOf(stretch),
    }));
  }
}

function byPlace(own: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  if (others.length === 0) return own;
  return [...own, ...others].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}
