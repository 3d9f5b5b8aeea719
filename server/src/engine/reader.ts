import { Trials } from '../features/fix/trials';
import { PageCache } from '../features/page/pageCache';
import type { ArchiveView } from '../newsletter/archive/view';
import type { Profile } from '../newsletter/eras/profiles';
import { type Issue, PieceCache, readIssueInSteps } from '../newsletter/issue/issue';
import { isTemplate } from '../protocol/newsletterFile';
import { CheckMemory, checkInSteps } from '../rules/check';
import type { KnownFindings, Verdict } from '../rules/check/verdict';
import { CiCheck } from '../rules/ci/check';
import type { CheckOptions, Finding } from '../rules/rule';
import { type Edit, withEol } from '../text/edits';
import { isTooLarge } from '../text/size';
import { changeBetween } from '../text/sourceText';
import { atOnce, type Steps } from '../text/steps';
import { TemplateProfiles } from '../workspace/template';
import type { Workspace } from '../workspace/workspace';
import { Carried } from './carried';
import { Checked } from './checked';
import { FILE_SIZE, tooLargeFinding } from './large';
import type { Ports } from './ports';

/** A version of a document. What was computed for a version is kept as long as the version is current. */
export interface Document {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** Reads and checks documents, each version once, with what their checkout says. Every area of the engine asks it. */
export class Reader {
  private readonly cache: PieceCache;
  readonly pieces = new PageCache();
  private readonly profiles: TemplateProfiles;
  private readonly ci = new CiCheck();
  private readonly rulePages = new Map<string, string>();
  private readonly issues = new Map<string, { version: number; issue: Issue; bundled: Profile }>();
  // By stage and URI: the checklist asks for the stage ahead while the editor shows the present one.
  private readonly checks = new Map<
    string,
    {
      issue: Issue;
      archive: ArchiveView | undefined;
      key: string;
      checked: Checked;
      memory: CheckMemory;
      trials?: Trials;
    }
  >();

  private readonly formatting = new Map<string, Trials>();

  constructor(
    readonly ports: Ports,
    readonly workspace: Workspace,
  ) {
    this.cache = new PieceCache(ports.once);
    this.profiles = new TemplateProfiles(ports.log, this.cache);
  }

  today(): string {
    return this.ports.clock.today();
  }

  /** Where a rule is explained. Undefined where no pages are known. */
  readonly rulePage = (id: string): string | undefined => {
    const { rulePages } = this.ports;
    if (rulePages === undefined) return undefined;
    let known = this.rulePages.get(id);
    if (known === undefined) {
      known = new URL(pageOf(id), rulePages).href;
      this.rulePages.set(id, known);
    }
    return known;
  };

  /** A document that is too large is read as an empty one. */
  issue(document: Document): Issue {
    return atOnce(this.issueInSteps(document));
  }

  *issueInSteps({ uri, text: whole, version }: Document): Steps<Issue> {
    const text = isTooLarge(whole) ? '' : whole;
    const profileFor = (bundled: Profile) =>
      isTemplate(uri) ? bundled : this.profiles.profile(bundled, () => this.workspace.template(uri));
    const known = this.issues.get(uri);
    if (
      known?.version === version &&
      known.issue.source.text === text &&
      known.issue.profile === profileFor(known.bundled)
    )
      return known.issue;
    let bundled: Profile | undefined;
    const profile = (given: Profile) => {
      bundled = given;
      return profileFor(given);
    };
    const issue = yield* readIssueInSteps({ uri, text, profile }, this.cache, known?.issue);
    this.issues.set(uri, { version, issue, bundled: bundled! });
    return issue;
  }

  archive(document: Document): ArchiveView | undefined {
    return this.workspace.archive(this.issue(document));
  }

  check(document: Document, given: CheckOptions): readonly Finding[] {
    return atOnce(this.checkInSteps(document, given));
  }

  *checkInSteps(document: Document, given: CheckOptions): Steps<readonly Finding[]> {
    return (yield* this.checkedInSteps(document, given)).findings;
  }

  /** {@link checkInSteps}, but findings are made only when they are asked for. */
  *checkedInSteps(document: Document, given: CheckOptions): Steps<Checked> {
    if (isTooLarge(document.text)) return new Checked(undefined, [tooLargeFinding(document.text)]);
    const issue = yield* this.issueInSteps(document);
    const options = { today: this.today(), ...given };
    const archive = this.workspace.archive(issue);
    const key = JSON.stringify(options);
    const slot = `${options.stage} ${document.uri}`;
    const known = this.checks.get(slot);
    if (known?.issue === issue && known.archive === archive && known.key === key) return known.checked;
    const { memory = new CheckMemory(), trials } = known ?? {};
    const verdict = yield* checkInSteps(issue, options, archive, this.failed(document.uri), memory);
    const checked = new Checked(verdict, yield* this.ciFindings(issue, options, archive, verdict));
    this.checks.set(slot, { issue, archive, key, checked, memory, ...(trials && { trials }) });
    return checked;
  }

  /**
   * What the latest check has told, in its present place; nothing of what has changed since. Undefined before the first.
   * For whoever cannot wait for a check.
   */
  told(document: Document, { stage }: CheckOptions): KnownFindings | undefined {
    const known = this.checks.get(`${stage} ${document.uri}`);
    if (!known || isTooLarge(document.text)) return undefined;
    const change = changeBetween(known.issue.source.text, document.text);
    return change ? new Carried(known.checked, change) : known.checked;
  }

  /** What the latest check has told, or else what one tells now. */
  toldOrChecked(document: Document, options: CheckOptions): KnownFindings {
    return this.told(document, options) ?? atOnce(this.checkedInSteps(document, options));
  }

  /** Where what may be done to a document that has been checked is tried out. */
  trials({ uri }: Document, { stage }: CheckOptions): Trials {
    const known = this.checks.get(`${stage} ${uri}`);
    if (!known) return new Trials();
    known.trials ??= new Trials(new CheckMemory(known.memory));
    return known.trials;
  }

  /** Where what formatting makes of a document is tried out: it asks some of the rules only. */
  formats({ uri }: Document): Trials {
    const known = this.formatting.get(uri) ?? new Trials();
    this.formatting.set(uri, known);
    return known;
  }

  /** What there would be to say if edits were made. The edits are given back in the document's own line ending. */
  tryOut(document: Document, given: CheckOptions, edits: readonly Edit[]): Trial {
    return atOnce(this.tryOutInSteps(document, given, edits));
  }

  *tryOutInSteps(document: Document, given: CheckOptions, edits: readonly Edit[]): Steps<Trial> {
    const before = yield* this.issueInSteps(document);
    const options = { today: this.today(), ...given };
    const trials = this.trials(document, options);
    const issue = yield* trials.edited(before, edits);
    const archive = this.workspace.archive(issue);
    const { findings } = yield* trials.check(issue, options, archive, this.failed(document.uri));
    const own = edits.map((edit) => withEol(edit, before.source.eol));
    return { issue, findings, edits: own };
  }

  close(uri: string): void {
    this.issues.delete(uri);
    this.formatting.delete(uri);
    for (const stage of ['draft', 'release']) this.checks.delete(`${stage} ${uri}`);
    // To read again what every issue repeats costs less than to keep everything meanwhile.
    if (this.ports.once) this.cache.forget();
  }

  private *ciFindings(
    { uri, source, date }: Issue,
    { ci = 'off', role, today }: CheckOptions,
    archive: ArchiveView | undefined,
    verdict: Verdict,
  ): Steps<readonly Finding[]> {
    const past = date !== undefined && today !== undefined && date < today;
    if (ci === 'off' || (past && ci !== 'always')) return [];
    const earlier = archive?.issues ?? [];
    const own = verdict.findings;
    const verdicts = yield* this.ci.verdictsInSteps({ uri, text: source.text, role, earlier, own });
    return ci === 'info' ? verdicts.map((finding) => ({ ...finding, severity: 'info' as const })) : verdicts;
  }

  private failed(uri: string) {
    return (rule: string, error: unknown) => {
      if (this.ports.ruleFailed) this.ports.ruleFailed(rule, uri, error);
      else this.ports.log(`Rule ${rule} failed on ${uri}: ${errorText(error)}`);
    };
  }
}

export interface Trial {
  readonly issue: Issue;
  readonly findings: readonly Finding[];
  readonly edits: readonly Edit[];
}

/** Where a finding's rule is explained, from the folder of the rules' pages. */
function pageOf(id: string): string {
  if (id === FILE_SIZE) return '../editing.md#large-files';
  return id.startsWith('ci/') ? `../ci.md#${id.slice(3)}` : `${id}.md`;
}

/** What an exception says, with where it came from. */
export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
