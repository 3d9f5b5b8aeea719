import { complete } from './features/complete/complete';
import type { Completion } from './features/complete/completion';
import { type Action, type ActionKind, codeActions } from './features/fix/codeAction';
import { fixAllEdits } from './features/fix/fixAll';
import { formatEdits, formatRangeEdits } from './features/format/format';
import { type Hover, hover } from './features/hover/hover';
import { type InlayHint, weekdayHints } from './features/hover/inlayHint';
import {
  type ImportChoice,
  type ImportPlan,
  type ImportResult,
  importEvents,
  planImport,
} from './features/import/importEvents';
import { organizeEvents } from './features/organize/organize';
import { type Fold, folds } from './features/outline/folding';
import { type OutlineEntry, outline } from './features/outline/symbols';
import { renderDocument, type Theme } from './features/page/documents';
import {
  type IssuePage,
  type PageFinding,
  pageFindings,
  renderGitHubExcerpt,
  renderPage,
} from './features/page/page';
import { PieceCache } from './features/page/pieceCache';
import { type Preview, renderPreview } from './features/page/preview';
import type { ArchiveView } from './newsletter/archive/view';
import type { Profile } from './newsletter/eras/profiles';
import { ChunkCache, fileDate, type Issue, isTemplate, readIssue } from './newsletter/issue/issue';
import { checkIssue } from './rules/check';
import type { CheckOptions, Finding } from './rules/rule';
import type { Edit } from './text/edits';
import { applyEdits, withEol } from './text/edits';
import type { Range } from './text/sourceText';
import { TemplateProfiles } from './workspace/template';

/** A version of a document. The service keeps what it computed for a version as long as the version is current. */
export interface Document {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** What the engine needs from the world around it. */
export interface Ports {
  /** Today as `YYYY-MM-DD` in the author's time zone. */
  today(): string;
  /** One line for the log. */
  log(message: string): void;
  /** A rule threw; the others go on. Without this port it goes to the log. */
  ruleFailed?(rule: string, uri: string, error: unknown): void;
}

export interface Service {
  /** Whether the document is an issue, a draft or the template: on everything else we are silent. */
  isNewsletter(document: Document): boolean;
  issue(document: Document): Issue;
  check(document: Document, options: CheckOptions): readonly Finding[];
  /** What "fix all" changes. */
  fixAll(document: Document, options: CheckOptions, only?: (finding: Finding) => boolean): readonly Edit[];
  /** What the author can have done in a range, of the kinds wanted. */
  actions(
    document: Document,
    options: CheckOptions,
    range: Range,
    wants: (kind: ActionKind) => boolean,
  ): readonly Action[];
  /** What puts the document, or the lines of a range, into the house style. */
  format(document: Document, options: CheckOptions, range?: Range): readonly Edit[];
  /** What there would be to say if the edits were made. */
  tryOut(
    document: Document,
    options: CheckOptions,
    edits: readonly Edit[],
  ): { readonly issue: Issue; readonly findings: readonly Finding[] };
  /** What adding the events of a calendar, of JSON or of Markdown would come to. @throws ImportError */
  planImport(document: Document, text: string): ImportPlan;
  /** Adds chosen events of such a text, by default the new ones. @throws ImportError */
  importEvents(document: Document, text: string, choices?: readonly ImportChoice[]): ImportResult;
  complete(document: Document, offset: number): readonly Completion[];
  hover(document: Document, options: CheckOptions, offset: number): Hover | undefined;
  outline(document: Document): readonly OutlineEntry[];
  folds(document: Document): readonly Fold[];
  weekdayHints(document: Document, within: Range): readonly InlayHint[];
  preview(document: Document): Preview;
  /** The preview in pieces, of which only those that changed are made anew. */
  page(document: Document): IssuePage;
  pageFindings(document: Document, options: CheckOptions): readonly PageFinding[];
  /** The issue as a document of its own. */
  exportPage(document: Document, theme: Theme): string;
  /** The lines around a line (from 0) as GitHub would show them. */
  github(document: Document, line: number): string;
  /** Forgets what was kept for a closed document. */
  close(uri: string): void;
}

/**
 * The map of everything the engine offers. No editor, no disk, no clock and no network inside.
 *
 * @param archiveOf what is known of issues earlier than one; the same value as long as that does not change
 * @param templateOf the template in the checkout of a document
 */
export function createService(
  ports: Ports,
  archiveOf: (issue: Issue) => ArchiveView | undefined = () => undefined,
  templateOf: (uri: string) => { uri: string; text: string } | undefined = () => undefined,
): Service {
  const cache = new ChunkCache();
  const pieces = new PieceCache();
  const profiles = new TemplateProfiles(ports.log, cache);
  const issues = new Map<string, { version: number; issue: Issue; bundled: Profile }>();
  // By stage and URI: the checklist asks for the stage ahead while the editor shows the present one.
  const checks = new Map<
    string,
    { issue: Issue; archive: ArchiveView | undefined; key: string; findings: readonly Finding[] }
  >();

  const issue = (document: Document): Issue => {
    const { uri, text, version } = document;
    const profileFor = (bundled: Profile) =>
      isTemplate(uri) ? bundled : profiles.profile(bundled, () => templateOf(uri));
    const known = issues.get(uri);
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
    const read = readIssue({ uri, text, profile }, cache);
    issues.set(uri, { version, issue: read, bundled: bundled! });
    return read;
  };
  const failed = (uri: string) => (rule: string, error: unknown) => {
    if (ports.ruleFailed) ports.ruleFailed(rule, uri, error);
    else ports.log(`Rule ${rule} failed on ${uri}: ${errorText(error)}`);
  };
  const check = (document: Document, given: CheckOptions): readonly Finding[] => {
    const read = issue(document);
    const options = { today: ports.today(), ...given };
    const archive = archiveOf(read);
    const key = JSON.stringify(options);
    const slot = `${options.stage} ${document.uri}`;
    const known = checks.get(slot);
    if (known?.issue === read && known.archive === archive && known.key === key) return known.findings;
    const findings = checkIssue(read, options, archive, failed(document.uri));
    checks.set(slot, { issue: read, archive, key, findings });
    return findings;
  };
  const importInput = (document: Document, text: string) => {
    const read = issue(document);
    return { issue: read, text, archive: archiveOf(read), cache };
  };
  const fixAll: Service['fixAll'] = (document, options, only) =>
    fixAllEdits({
      issue: issue(document),
      options: { today: ports.today(), ...options },
      archive: archiveOf(issue(document)),
      cache,
      ...(only ? { only } : {}),
    });

  return {
    isNewsletter: ({ uri, text }) => isNewsletterFile(uri, text),
    issue,
    check,
    fixAll,
    actions: (document, options, range, wants) =>
      codeActions({
        issue: issue(document),
        findings: check(document, options),
        range,
        wants,
        fixAll: (only) => fixAll(document, options, only),
        organize: () => organizeEvents(issue(document), options, cache),
      }),
    format: (document, options, range) =>
      range
        ? formatRangeEdits(issue(document), range, options, cache)
        : formatEdits(issue(document), options, cache),
    tryOut: (document, given, edits) => {
      const { uri, source, profile } = issue(document);
      const text = applyEdits(
        source.text,
        edits.map((edit) => withEol(edit, source.eol)),
      );
      const changed = readIssue({ uri, text, profile }, cache);
      const options = { today: ports.today(), ...given };
      const findings = checkIssue(changed, options, archiveOf(changed), failed(uri));
      return { issue: changed, findings };
    },
    planImport: (document, text) => planImport(importInput(document, text)),
    importEvents: (document, text, choices) => importEvents(importInput(document, text), choices),
    complete: (document, offset) =>
      complete({
        issue: issue(document),
        offset,
        archive: archiveOf(issue(document)),
        today: ports.today(),
      }),
    hover: (document, options, offset) =>
      hover({
        issue: issue(document),
        findings: check(document, options),
        offset,
        archive: archiveOf(issue(document)),
        today: options.today ?? ports.today(),
      }),
    outline: (document) => outline(issue(document)),
    folds: (document) => folds(issue(document)),
    weekdayHints: (document, within) => weekdayHints(issue(document), within),
    preview: (document) => renderPreview(issue(document), pieces),
    page: (document) => renderPage(issue(document), pieces),
    pageFindings: (document, options) => pageFindings(issue(document), check(document, options)),
    exportPage: (document, theme) => renderDocument(issue(document), theme, pieces),
    github: (document, line) => renderGitHubExcerpt(issue(document), line),
    close: (uri) => {
      issues.delete(uri);
      for (const stage of ['draft', 'release']) checks.delete(`${stage} ${uri}`);
    },
  };
}

/** What an exception says, with where it came from. */
export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Newsletter files by name, or by the category in their first block (design, contracts). */
export function isNewsletterFile(uri: string, text: string): boolean {
  if (isTemplate(uri) || fileDate(uri) !== undefined) return true;
  const firstBlock = text.slice(0, 2000).split(/\r?\n[ \t]*\r?\n/, 1)[0]!;
  return /^Category:[ \t]*This Week in Rust[ \t]*$/im.test(firstBlock);
}
