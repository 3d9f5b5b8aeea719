import type { ArchiveView } from '../newsletter/archive/view';
import type { Issue } from '../newsletter/issue/issue';
import type { Edit } from '../text/edits';
import type { Range } from '../text/sourceText';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type Stage = 'draft' | 'release';
export type Role = 'editor' | 'contributor';

/** A way to mend a finding. */
export interface Fix {
  /** What the author reads: an imperative, e.g. `Remove the tracking parameters`. */
  readonly title: string;
  /** The edits on the text that was checked, as small as possible, not overlapping. May use `$1` stops when {@link snippet}. */
  readonly edits: () => readonly Edit[];
  /** Right beyond doubt: applied by "fix all" and `--fix`. At most one fix of a finding is. */
  readonly all?: boolean;
  /** The one right answer, though not for applying in bulk. A fix with {@link all} is preferred anyway. */
  readonly preferred?: boolean;
  /** The texts of the edits are snippets in LSP's syntax, with tab stops for what the author has to add. */
  readonly snippet?: boolean;
  /** A client command to run instead of (or after) the edits, e.g. to ask for a URL. */
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

/** Another place that matters to a finding, in the same file unless `uri` is given. */
export interface Related extends Range {
  readonly message: string;
  readonly uri?: string;
}

/** What a rule reports. */
export interface Report {
  readonly at: Range;
  /** What was found and what was expected, without blame. */
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** The text is surplus; editors show it faded. */
  readonly unnecessary?: boolean;
}

/** A report with its rule: what editors and the command line show. */
export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

export interface CheckOptions {
  readonly stage: Stage;
  readonly role: Role;
  /** Severity by rule id; `off` switches a rule off. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Today as `YYYY-MM-DD`; rules that need it are silent without it. */
  readonly today?: string;
  /** Findings that the newsletter's people have decided to live with. */
  readonly ignore?: readonly IgnoredFinding[];
  /** The file as it stood before the change that is being checked. */
  readonly before?: string;
  /** The author is changing this very file (rather than having it checked). */
  readonly editing?: boolean;
  /** Whether the verdicts of the newsletter's CI are told too, and how. */
  readonly ci?: CiLevel;
}

/**
 * How the verdicts of the newsletter's CI are told: not at all, all as information, or with CI's own severities; for
 * issues of the past only with `always`.
 */
export type CiLevel = 'off' | 'info' | 'error' | 'always';

/**
 * A finding switched off for good. It is named by the text of its line, in the configuration file: a comment in the
 * issue would be published, and can even break a list.
 */
export interface IgnoredFinding {
  readonly rule: string;
  /** The line without the white space around it. */
  readonly line: string;
}

export interface RuleContext {
  readonly issue: Issue;
  readonly options: CheckOptions;
  /** What earlier issues tell; undefined while or where there are none. */
  readonly archive: ArchiveView | undefined;
  report(report: Report): void;
}

export interface RuleExample {
  readonly title: string;
  /** Markdown in which the rule finds something. */
  readonly bad: string;
  /** The same Markdown put right; what fix-all makes of it when the rule's fix is `always`. */
  readonly good: string;
  /** Who checks; an editor when absent. */
  readonly role?: Role;
  /** An earlier issue, for rules that look into the archive. Its front matter has its date. */
  readonly earlier?: string;
  /** The same file before the change, for rules about what a change adds. */
  readonly before?: string;
  /** The author is editing the file on this day, rather than having it checked. */
  readonly editedOn?: string;
}

export interface Rule {
  /** kebab-case, permanent. */
  readonly id: string;
  /** One line, shown in tables. */
  readonly summary: string;
  readonly why: string;
  readonly severity: Severity;
  /** At stage release, where it differs. */
  readonly releaseSeverity?: Severity;
  /** Whether findings come with a fix for "fix all". */
  readonly fix: 'never' | 'sometimes' | 'always';
  readonly examples: readonly RuleExample[];
  /** Also asked about the newsletter's template; otherwise the template has it by right. */
  readonly inTemplate?: boolean;
  /** Also asked about issues of the archive profile. */
  readonly inArchive?: boolean;
  /**
   * What becomes of a finding on an event line that the issue before was published with; without it the finding is
   * shown one step quieter. `same`: it was right a week ago and is wrong now. `shown`: quieter, but not below info,
   * because "fix all" mends it at no cost.
   */
  readonly carriedOver?: 'same' | 'shown';
  check(context: RuleContext): void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
