import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import type { Severity, SharedOptions } from '../rule';
import { type Draft, type Told, toldAs, type Version } from './drafts';

/** Says which findings are to be heard, and how loudly. */
export class Severities {
  private readonly published: readonly ReadonlySet<string>[];

  constructor(
    private readonly options: SharedOptions,
    private readonly archive: ArchiveView | undefined,
  ) {
    this.published = [archive?.published, archive?.issues[0]].flatMap((issue) =>
      issue ? [new Set(issue.eventLines)] : [],
    );
  }

  /** Whether what is said of several places of a list is told once. */
  get folds(): boolean {
    return !this.options.unfolded;
  }

  /** Whether an author wants to hear a finding. @param start of its stretch */
  isWanted({ rule, at }: Draft, { source }: Issue, start: number): boolean {
    const { rules, ignore = [] } = this.options;
    if (rules[rule.id] === 'off') return false;
    if (!ignore.some((entry) => entry.rule === rule.id)) return true;
    const line = source.slice(source.lineAt(start + at.start)).trim();
    return !ignore.some((entry) => entry.rule === rule.id && entry.line === line);
  }

  /** Whether a draft is as good as filled in: what is still open in it has been overlooked. */
  isNearlyDone({ pieces, specs }: Issue, chores: number): boolean {
    if (chores > LAST_CHORES || !specs.some((known) => known?.spec.key === 'qotw')) return false;
    let items = 0;
    return pieces.some(({ piece }) => {
      items += piece.items.length;
      return items >= ITEMS_OF_AN_ISSUE;
    });
  }

  /** @returns also what of that may be another in another version of the issue */
  tell(drafts: readonly Draft[], nearlyDone: boolean, version: Version): { told: Told[]; hinges: Hinge[] } {
    const { options } = this;
    const hinges: Hinge[] = [];
    const told = drafts.map((draft): Told => {
      const { rule } = draft;
      const level = options.rules[rule.id] as Severity | undefined;
      const chore = nearlyDone && isChore(draft) ? 'info' : rule.severity;
      const usual = (options.stage === 'release' && rule.releaseSeverity) || chore;
      const severity = level ?? draft.severity ?? usual;
      if (level || severity === 'hint' || options.stage === 'release' || rule.carriedOver === 'same')
        return toldAs(draft, severity);
      if (!this.isPublished(draft, version)) return toldAs(draft, severity);
      // Half of a draft's events come from the issue before, and those of an issue that is out have been read by
      // everybody. What is wrong in them stays worth mending, but should not hide what is new
      // (docs/newsletter.md#carried-over-text). A severity that the author has chosen is not changed.
      if (severity !== 'info' || draft.minor) return toldAs(draft, QUIETER[severity]);
      const hasFixes = draft.hasFixes ?? draft.fixes(version).length > 0;
      if (draft.hasFixes === undefined) hinges.push({ draft, hasFixes });
      return toldAs(draft, hasFixes ? severity : QUIETER[severity]);
    });
    return { told, hinges };
  }

  /** Whether a finding stands on an event line that this issue or the one before was published with. */
  private isPublished({ at }: Draft, { issue: { source }, start }: Version): boolean {
    if (this.published.length === 0) return false;
    const line = source.slice(source.lineAt(start + at.start)).trim();
    return this.published.some((lines) => lines.has(line));
  }

  /** Whether all this would be said with other options or earlier issues, too. */
  isFor(options: SharedOptions, archive: ArchiveView | undefined): boolean {
    return this.options === options && this.archive === archive;
  }
}

/** A draft that is told louder while it has a fix, and whether it has one: it is looked for in the whole issue. */
export interface Hinge {
  readonly draft: Draft;
  readonly hasFixes: boolean;
}

/** Whether all that is told is told as loudly in another version. */
export function isStill(hinges: readonly Hinge[], version: Version): boolean {
  return hinges.every(({ draft, hasFixes }) => draft.fixes(version).length > 0 === hasFixes);
}

/** From how many items on a text is a whole issue. */
const ITEMS_OF_AN_ISSUE = 20;
/** How many things may be open in an issue that is as good as filled in. */
const LAST_CHORES = 3;

/** Something that a draft waits for, and that must not be published. */
export function isChore({ rule, severity }: Draft): boolean {
  return rule.severity === 'hint' && rule.releaseSeverity !== undefined && severity === undefined;
}

const QUIETER = { error: 'warning', warning: 'info', info: 'hint', hint: 'hint' } as const satisfies Record<
  Severity,
  Severity
>;
