import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import { inOneLine } from '../../text/shortened';
import { indexBefore, type Range } from '../../text/sourceText';
import { Spans } from '../../text/spans';
import { RULES } from '../index';
import type { CheckOptions, Finding, Fix, IssueRule, Related, Rule, Severity, Where } from '../rule';
import { type Draft, fold, type Told } from './fold';
import { type IssueFinding, Places } from './issueRules';
import type { PieceFinding } from './pieces';

const ORDER: ReadonlyMap<Rule, number> = new Map(RULES.map((rule, index) => [rule, index]));

/** Gathers what rules said about the pieces and the whole of an issue, and settles what becomes of it. */
export class Findings {
  private readonly drafts: Draft[] = [];
  private readonly places: Places;
  private spokenBy: ReadonlyMap<string, Spans> | undefined;

  constructor(
    private readonly issue: Issue,
    private readonly options: CheckOptions,
    private readonly archive: ArchiveView | undefined,
  ) {
    this.places = new Places(issue);
  }

  /** @param start where the piece is */
  addOfPiece({ rule, report }: PieceFinding, start: number): void {
    const { fixes = [], related = [], within, message, severity, unnecessary, minor } = report;
    const shift = (range: Range): Range => ({ start: range.start + start, end: range.end + start });
    this.drafts.push({
      rule,
      order: ORDER.get(rule)!,
      at: shift(report.at),
      within: within && shift(within),
      message,
      severity,
      unnecessary,
      minor,
      related: related.map((place) => (place.uri === undefined ? { ...place, ...shift(place) } : place)),
      fixes: () =>
        named(typeof fixes === 'function' ? fixes(this.issue, shift) : fixes.map((fix) => moved(fix, shift))),
    });
  }

  addOfIssue({ rule, report }: IssueFinding): void {
    const { issue } = this;
    const { fixes, related = [], message, severity, unnecessary, minor } = report;
    const range = (where: Where): Range => {
      if (typeof where === 'function') return where(issue);
      if ('from' in where) return { start: range(where.from).start, end: range(where.to).end };
      return 'of' in where ? this.places.range(rule as IssueRule, where) : where;
    };
    this.drafts.push({
      rule,
      order: ORDER.get(rule)!,
      at: range(report.at),
      within: undefined,
      message,
      severity,
      unnecessary,
      minor,
      related: related.map((place): Related => {
        if (!('at' in place)) return place;
        const { at, ...told } = place;
        return { ...range(at), ...told };
      }),
      fixes: () => named(typeof fixes === 'function' ? fixes(issue, range) : (fixes ?? [])),
    });
  }

  /** @returns findings by place, then by the rules' order, without those that nobody wants to hear */
  settled(): Finding[] {
    const { options, archive } = this;
    const published = [archive?.published, archive?.issues[0]].flatMap((issue) => issue?.eventLines ?? []);
    const kept = this.drafts.filter(
      (draft) => options.rules[draft.rule.id] !== 'off' && !this.isIgnored(draft) && !this.isExplained(draft),
    );
    const nearlyDone = this.isNearlyDone(kept);
    const told = kept
      .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || a.order - b.order)
      .map((draft): Told => {
        const { rule } = draft;
        const level = options.rules[rule.id] as Severity | undefined;
        const chore = nearlyDone && isChore(draft) ? 'info' : rule.severity;
        const usual = (options.stage === 'release' && rule.releaseSeverity) || chore;
        const severity = level ?? draft.severity ?? usual;
        const quiet = !level && this.isPublished(draft, published);
        draft.severity = quiet ? this.quieter(draft, severity) : severity;
        return draft as Told;
      });
    const folded = options.unfolded ? told : fold(told, (at) => this.headingAbove(at));
    return folded.map(settled);
  }

  /** Whether a draft is as good as filled in: what is still open in it has been overlooked. */
  private isNearlyDone(drafts: readonly Draft[]): boolean {
    const { pieces, specs } = this.issue;
    if (!specs.some((spec) => spec?.key === 'qotw')) return false;
    if (drafts.filter((draft) => isChore(draft)).length > LAST_CHORES) return false;
    let items = 0;
    return pieces.some(({ piece }) => {
      items += piece.items.length;
      return items >= ITEMS_OF_AN_ISSUE;
    });
  }

  /** Offset of the heading of the section that holds a place; undefined above the first one. */
  private headingAbove({ start }: Range): number | undefined {
    const { pieces } = this.issue;
    for (let n = indexBefore(pieces, start); n >= 0; n -= 1) {
      const { piece, start: begin } = pieces[n]!;
      const section = piece.sections[indexBefore(piece.sections, start - begin)];
      if (section) return section.start + begin;
    }
    return undefined;
  }

  private isIgnored({ rule, at }: Draft): boolean {
    const { ignore = [] } = this.options;
    if (!ignore.some((entry) => entry.rule === rule.id)) return false;
    const line = this.lineAt(at);
    return ignore.some((entry) => entry.rule === rule.id && entry.line === line);
  }

  /** Whether a rule speaks here that knows better, wanted or not. */
  private isExplained({ rule, at, within = at }: Draft): boolean {
    return rule.yieldsTo?.some((better) => this.spoken(better)?.touches(within)) ?? false;
  }

  /** Where a rule speaks; undefined where it does not. */
  private spoken(id: string): Spans | undefined {
    if (!this.spokenBy) {
      const ranges = new Map<string, Range[]>();
      for (const { rule, at, related } of this.drafts) {
        const known = ranges.get(rule.id) ?? [];
        ranges.set(rule.id, known);
        // An empty range, as of a missing line, still touches the lines around it.
        for (const range of [at, ...related])
          if (!('uri' in range && range.uri))
            known.push({ start: Math.max(0, range.start - 1), end: range.end + 1 });
      }
      this.spokenBy = new Map([...ranges].map(([rule, spoken]) => [rule, new Spans(spoken)]));
    }
    return this.spokenBy.get(id);
  }

  /** Whether a finding stands on an event line that this issue or the one before was published with. */
  private isPublished({ at }: Draft, published: readonly ReadonlySet<string>[]): boolean {
    if (published.length === 0) return false;
    const line = this.lineAt(at);
    return published.some((lines) => lines.has(line));
  }

  private lineAt({ start }: Range): string {
    const { source } = this.issue;
    return source.slice(source.lineAt(start)).trim();
  }

  /**
   * Half of a draft's events come from the issue before, and those of an issue that is out have been read by everybody.
   * What is wrong in them stays worth mending, but should not hide what is new (docs/newsletter.md#carried-over-text). A severity that the author has chosen is not changed.
   */
  private quieter({ rule, fixes, minor }: Draft, severity: Severity): Severity {
    if (this.options.stage === 'release' || rule.carriedOver === 'same') return severity;
    if (severity === 'info' && !minor && fixes().length > 0) return severity;
    return QUIETER[severity];
  }
}

/** From how many items on a text is a whole issue. */
const ITEMS_OF_AN_ISSUE = 20;
/** How many things may be open in an issue that is as good as filled in. */
const LAST_CHORES = 3;

/** Something that a draft waits for, and that must not be published. */
function isChore({ rule, severity }: Draft): boolean {
  return rule.severity === 'hint' && rule.releaseSeverity !== undefined && severity === undefined;
}

const QUIETER = { error: 'warning', warning: 'info', info: 'hint', hint: 'hint' } as const satisfies Record<
  Severity,
  Severity
>;

/** A finding whose fixes are found when they are asked for. */
function settled(draft: Told): Finding {
  const { rule, at, message, severity, related, unnecessary } = draft;
  let fixes: readonly Fix[] | undefined;
  return {
    rule: rule.id,
    at,
    message,
    severity,
    related,
    ...(unnecessary === undefined ? {} : { unnecessary }),
    get fixes() {
      fixes ??= draft.fixes();
      return fixes;
    },
  };
}

/** Fixes with titles in one line: what they quote may go over several. */
function named(fixes: readonly Fix[]): Fix[] {
  return fixes.map((fix) => ({ ...fix, title: inOneLine(fix.title) }));
}

/** A fix of a piece as one of the issue. */
function moved(fix: Fix, shift: (range: Range) => Range): Fix {
  return { ...fix, edits: () => fix.edits().map((edit) => ({ ...edit, ...shift(edit) })) };
}
