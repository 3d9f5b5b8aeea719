import type { ArchiveView } from '../newsletter/archive/view';
import type { Profile, SectionSpec } from '../newsletter/eras/profiles';
import type { FrontMatter } from '../newsletter/issue/frontMatter';
import type { Issue } from '../newsletter/issue/issue';
import type { Piece } from '../newsletter/issue/piece';
import type { Edit } from '../text/edits';
import type { Range, SourceText } from '../text/sourceText';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
/** What the severity of a rule can be set to: `off` switches the rule off. */
export type Level = Severity | 'off';
export const LEVELS: readonly Level[] = ['off', 'error', 'warning', 'info', 'hint'];
type Stage = 'draft' | 'release';
type Role = 'editor' | 'contributor';

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
  /** How many places it mends, where a finding stands for several; 1 of what is right beyond doubt for each of them. */
  readonly places?: number;
}

/** Another place that matters to a finding, in the same file unless `uri` is given. */
export interface Related extends Range {
  readonly message: string;
  readonly uri?: string;
  /** The finding stands for this place too. */
  readonly also?: boolean;
  /** Of such a place: what mends it, alone or with the others; the finding's own fixes when absent. */
  readonly fixes?: () => readonly Fix[];
}

/**
 * The fixes of a finding: known with it, or found in the issue of the time of asking, for what depends on more than
 * the finding does. Those that are known have their edits in the offsets of the piece, those of a function in the
 * issue's.
 *
 * @param P how the rule names places
 */
export type Fixes<P> = readonly Fix[] | ((issue: Issue, at: (place: P) => Range) => readonly Fix[]);

interface Told {
  /** What was found and what was expected, without blame. No line numbers: other places are `related`. */
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** The text is surplus; editors show it faded. */
  readonly unnecessary?: boolean;
  /** A matter of taste: on lines that have been published it is a hint, even with a fix. */
  readonly minor?: boolean;
}

/** What a rule says about a piece. Offsets are the piece's own. */
export interface Report extends Told {
  readonly at: Range;
  readonly fixes?: Fixes<Range>;
  readonly related?: readonly Related[];
  /** The text that the finding is about, where that is more than {@link at}: see {@link RuleInfo.yieldsTo}. */
  readonly within?: Range;
}

/**
 * A place in an issue that is named and not counted: a range of a fact or of a heading, wherever that stands in the
 * version at hand. Findings that speak of places stay right while the text moves.
 */
export interface Place {
  readonly of: 'fact' | 'section';
  /** Which fact of the rule, or which heading of the issue. */
  readonly index: number;
  /** Which of its ranges. */
  readonly name: string;
}

/**
 * Where a rule about the whole issue points: a place or what lies from one to another, a range of the front matter, or
 * what it takes the issue to find.
 */
export type Where = Place | Range | { readonly from: Place; readonly to: Place } | ((issue: Issue) => Range);

/** What a rule says about an issue as a whole. */
export interface IssueReport extends Told {
  readonly at: Where;
  /** The edits of fixes that are known with the finding are on the front matter. */
  readonly fixes?: Fixes<Place>;
  readonly related?: readonly (
    | Related
    | { readonly at: Where; readonly message: string; readonly also?: boolean }
  )[];
}

/** A report with its rule and its place in the text: what editors and the command line show. */
export interface Finding {
  readonly rule: string;
  readonly at: Range;
  readonly message: string;
  readonly severity: Severity;
  /** Found when first asked for. */
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
  readonly unnecessary?: boolean | undefined;
}

export interface CheckOptions {
  readonly stage: Stage;
  readonly role: Role;
  /** By rule id. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Today as `YYYY-MM-DD`; rules that need it are silent without it. */
  readonly today?: string;
  /** Findings that the newsletter's people have decided to live with. */
  readonly ignore?: readonly IgnoredFinding[];
  /** Words of the checkout that are no typing mistakes. */
  readonly words?: readonly string[];
  /** The file as it stood before the change that is being checked. */
  readonly before?: string;
  /** The author is changing this very file (rather than having it checked). */
  readonly editing?: boolean;
  /** Tell the same of every place of a list, rather than once. */
  readonly unfolded?: boolean;
  /** Whether the verdicts of the newsletter's CI are told too, and how. */
  readonly ci?: CiLevel;
}

/**
 * How the verdicts of the newsletter's CI are told: not at all, all as information, or with CI's own severities; for
 * issues of the past only with `always`.
 */
type CiLevel = 'off' | 'info' | 'error' | 'always';

/**
 * A finding switched off for good. It is named by the text of its line, in the configuration file: a comment in the
 * issue would be published, and can even break a list.
 */
export interface IgnoredFinding {
  readonly rule: string;
  /** The line without the white space around it. */
  readonly line: string;
}

/** What holds for all rules alike: who goes by whether the author is changing the file is told of it apart. */
export type SharedOptions = Omit<CheckOptions, 'editing'>;

/** What a rule about pieces may know of how it is asked. Each of these is a part of what its answers are kept by. */
export interface PieceFrame {
  readonly stage: Stage;
  readonly role: Role;
  /** What earlier issues tell; undefined while or where there are none. */
  readonly archive: ArchiveView | undefined;
  /** A formatter went over the lists of the issue, and one finding tells that. */
  readonly reformatted: boolean;
  /** The issue is out: what is open in it stays open. */
  readonly published: boolean;
  /** Words of the checkout that are no typing mistakes, in lower case. */
  readonly words: ReadonlySet<string>;
}

/** A heading of the issue as the rules about issues see it: without its place, but with its name. */
export interface FrameSection {
  /** Counted from 0 through the issue. */
  readonly index: number;
  readonly level: number;
  readonly text: string;
  readonly setext: boolean;
  readonly spec: SectionSpec | undefined;
  readonly parent: FrameSection | undefined;
  /** The main section opened last, itself if it is one. */
  readonly main: FrameSection | undefined;
  /** Whether headings stand below it in its own section. */
  readonly hasChildren: boolean;
  /** The heading's line without blanks at its end. */
  readonly at: Place;
  /** The heading as the parser has it. */
  readonly heading: Place;
}

/**
 * What rules about issues may know besides their facts; sections, `archive` and `editing` only those that say so, see
 * {@link IssueRule.goesBy}. If it is the same as before, they are asked only for new facts.
 */
export interface Frame {
  readonly uri: string;
  readonly kind: 'issue' | 'template';
  readonly profile: Profile;
  readonly date: string | undefined;
  readonly window: { readonly first: string; readonly last: string } | undefined;
  /** It stands at the beginning of the text, so its ranges are the same in all versions that have it. */
  readonly frontMatter: FrontMatter;
  /** The text up to the article, at least the first line. */
  readonly front: SourceText;
  readonly sections: readonly FrameSection[];
  readonly options: SharedOptions;
  /** The author is changing this very file. */
  readonly editing: boolean;
  readonly archive: ArchiveView | undefined;
  /** Headings with this key, usually one. */
  sectionsOf(key: string): readonly FrameSection[];
}

/**
 * What a rule about issues takes from a piece: values that are compared, and ranges that are not, because they change
 * with every letter above them.
 */
export interface Fact {
  readonly at: Range;
  readonly places?: Readonly<Record<string, Range>>;
}

/** A fact with its ranges as places, and the section in which it stands. */
export type Placed<F extends Fact> = Omit<F, 'at' | 'places'> & {
  readonly at: Place;
  readonly places: { readonly [K in keyof NonNullable<F['places']>]: Place };
  /** For rules that go by the outline. */
  readonly section: FrameSection | undefined;
};

export interface RuleExample {
  readonly title: string;
  /** Markdown in which the rule finds something. */
  readonly bad: string;
  /**
   * What the rule says about it: `line:column-column: message`, counted from 1, with the severity before the colon where
   * it is another than the rule's.
   */
  readonly found: readonly string[];
  /** Titles of the fixes that it offers. */
  readonly fixes?: readonly string[];
  /** The same Markdown put right; what fix-all makes of it when the rule's fix is `always`. */
  readonly good: string;
  /** Who checks; an editor when absent. */
  readonly role?: Role;
  /** How far the issue is; a draft when absent. */
  readonly stage?: Stage;
  /** An earlier issue, for rules that look into the archive. Its front matter has its date. */
  readonly earlier?: string;
  /** Words that earlier issues have again and again. */
  readonly usual?: string;
  /** The same file before the change, for rules about what a change adds. */
  readonly before?: string;
  /** It is the newsletter's template, not an issue. */
  readonly template?: boolean;
  /** The author is editing the file on this day, rather than having it checked. */
  readonly editedOn?: string;
}

/**
 * What rules are about, for whoever needs a list of them: `layout` how the source looks and nothing that the site
 * shows; `repair` form whose fix mends what the site shows wrong; `changesSite` Markdown that the site reads otherwise
 * than GitHub; `placeholder` template text that is still there; `open` what the template leaves to be filled in; the
 * others name the field of a submission that a finding speaks of; `word` of single words, which the checkout may know;
 * `again` that something stands in the newsletter already.
 */
export type RuleTag =
  | 'layout'
  | 'repair'
  | 'changesSite'
  | 'placeholder'
  | 'open'
  | 'change'
  | 'word'
  | 'again'
  | 'url'
  | 'title'
  | 'organiser-url'
  | 'organiser'
  | 'date'
  | 'location';

/** What every rule tells about itself. */
interface RuleInfo {
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
   * shown one step quieter, but not below info where it comes with a fix. `same`: it was right a week ago and is wrong
   * now.
   */
  readonly carriedOver?: 'same';
  /** Each place is a slip of its own: never told once for several of a list. */
  readonly apart?: true;
  readonly tags?: readonly RuleTag[];
  /**
   * Keys of the sections outside of which it has nothing to say about a piece: only pieces that stand in them, have them
   * or have sections that belong in them are asked about; all when absent.
   */
  readonly in?: readonly string[];
  /** Each place is a question of its own: no fix is made at all of them at once but where a finding is of surplus text. */
  readonly choices?: true;
  /** Rules that say what is wrong where this one only sees that something is: it is silent where they speak. */
  readonly yieldsTo?: readonly string[];
}

/**
 * A rule that sees one piece of an issue. Nothing else can be asked of it, so what it says is kept with the piece.
 *
 * @example definePieceRule({ id: 'link-empty', ..., check: (piece, report) => piece.links.forEach(...) })
 */
export interface PieceRule extends RuleInfo {
  readonly kind: 'piece';
  /** It looks into earlier issues; others are not asked anew when more of them have been read. */
  readonly goesBy?: readonly 'archive'[];
  check(piece: Piece, report: (report: Report) => void, frame: PieceFrame): void;
}

/**
 * A rule about an issue as a whole. It takes facts from the pieces and judges all facts together; while the facts and
 * the frame stay the same, so do its findings, wherever the text moves.
 */
export interface IssueRule<F extends Fact = Fact> extends RuleInfo {
  readonly kind: 'issue';
  /**
   * What it goes by besides its facts, front matter and options: earlier issues, whether the author is changing the
   * file, all headings (`outline`), or those that its facts stand under (`sections`). Others are not asked anew when
   * these change.
   */
  readonly goesBy?: readonly ('archive' | 'editing' | 'outline' | 'sections')[];
  /** What it says about single pieces besides. */
  checkPiece?(piece: Piece, report: (report: Report) => void, frame: PieceFrame): void;
  facts(piece: Piece): readonly F[];
  check(frame: Frame, facts: readonly Placed<F>[], report: (report: IssueReport) => void): void;
}

export type Rule = PieceRule | IssueRule;

export function definePieceRule(rule: Omit<PieceRule, 'kind'>): PieceRule {
  return { kind: 'piece', ...rule };
}

export function defineIssueRule<F extends Fact>(rule: Omit<IssueRule<F>, 'kind'>): IssueRule {
  // The facts that it is given are those that it has taken itself.
  return { kind: 'issue', ...rule } as unknown as IssueRule;
}
