import { LateFinding } from '../rules/check/lateFinding';
import type { KnownFindings } from '../rules/check/verdict';
import type { Finding, Fix } from '../rules/rule';
import { meets, type Range, shifted, type TextChange } from '../text/sourceText';

/**
 * What a check has told of a text, where that stands in a later one; nothing of what has changed. For whoever cannot
 * wait for a check: it may no longer hold, and its fixes tell what there is to choose from, not what to do.
 */
export class Carried implements KnownFindings {
  /** What several findings have alike stays one: who goes through them sees that it is the same. */
  private readonly moves = new Map<Fix, Fix>();
  private all: readonly Finding[] | undefined;

  /** @param change what became of the text that was checked */
  constructor(
    private readonly checked: KnownFindings,
    private readonly change: TextChange,
  ) {}

  get findings(): readonly Finding[] {
    this.all ??= this.checked.findings.flatMap((finding) => this.finding(finding));
    return this.all;
  }

  meeting({ start, end }: Range): readonly Finding[] {
    const range = { start: this.before(start, this.change.start), end: this.before(end, this.change.end) };
    return this.checked.meeting(range).flatMap((finding) => this.finding(finding));
  }

  private finding(finding: Finding): Finding[] {
    const { rule, message, severity, unnecessary } = finding;
    const at = this.moved(finding.at);
    if (!at) return [];
    const related = finding.related.flatMap(({ fixes, ...place }) => {
      const moved = place.uri === undefined ? this.moved(place) : place;
      if (!moved) return [];
      return [{ ...place, ...moved, ...(fixes ? { fixes: () => this.fixes(fixes()) } : {}) }];
    });
    const fixes = () => this.fixes(finding.fixes);
    return [new LateFinding(rule, at, message, severity, related, unnecessary, fixes)];
  }

  private fixes(fixes: readonly Fix[]): Fix[] {
    return fixes.map((fix) => {
      const known = this.moves.get(fix) ?? this.fix(fix);
      this.moves.set(fix, known);
      return known;
    });
  }

  private fix(fix: Fix): Fix {
    const edits = () =>
      fix.edits().flatMap((edit) => {
        const moved = this.moved(edit);
        return moved ? [{ ...edit, ...moved }] : [];
      });
    return { ...fix, edits };
  }

  /** Where a range is by now; undefined where it touches what has changed. */
  private moved(range: Range): Range | undefined {
    const { start, end, newEnd } = this.change;
    if (meets(range, this.change)) return undefined;
    return range.end < start ? range : shifted(range, newEnd - end);
  }

  /** Where an offset was. @param within for one in what has changed */
  private before(offset: number, within: number): number {
    const { start, end, newEnd } = this.change;
    if (offset < start) return offset;
    return offset > newEnd ? offset - (newEnd - end) : within;
  }
}
