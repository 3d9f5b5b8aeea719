import { type Checklist, checklist } from '../features/checklist/checklist';
import type { Issue } from '../newsletter/issue/issue';
import { editorsOf } from '../newsletter/sections/editors';
import { RULES, ruleById } from '../rules/index';
import type { CheckOptions, Finding, Rule } from '../rules/rule';
import type { SourceText } from '../text/sourceText';
import type { Steps } from '../text/steps';
import type { TextFile } from '../workspace/checkout';
import type { RoleGuess } from '../workspace/role';
import type { Choices, Compared, Setup } from '../workspace/workspace';
import type { Checked } from './checked';
import type { Document, Reader } from './reader';

/** Reading and checking. */
export interface Checks {
  issue(document: Document): Issue;
  /** How a document is to be checked: what is chosen wins over the checkout's configuration. */
  options(uri: string, chosen?: Choices, usualRole?: CheckOptions['role']): Promise<CheckOptions>;
  /** What the author probably does; undefined where nothing speaks for a contributor, or the configuration says it. */
  guessRole(document: Document): Promise<RoleGuess | undefined>;
  /** Resolves once all that a document is compared with has been read: configuration, template, earlier issues. */
  ready(uri: string): Promise<void>;
  /** The drafts that are being written in the checkout around a folder; undefined where there is none. */
  openDrafts(folder: string): Promise<readonly string[] | undefined>;
  /** The checkout around a folder; undefined where there is none. */
  checkoutAround(folder: string): Promise<string | undefined>;
  /** What holds for a file, and where it comes from. */
  setup(uri: string, chosen?: Choices): Promise<Setup>;
  /** What a check of a file compares it with, without reading the earlier issues. */
  comparedWith(uri: string): Promise<Compared>;
  check(document: Document, options: CheckOptions): readonly Finding[];
  /** {@link check} in steps of a few milliseconds; what one makes known the other does not ask again. */
  checkInSteps(document: Document, options: CheckOptions): Steps<readonly Finding[]>;
  /** The same as an answer that makes the findings when they are asked for, part by part. */
  checkedInSteps(document: Document, options: CheckOptions): Steps<Checked>;
  /** Whether a check of a document, of whatever version, has told something already. */
  hasTold(document: Document, options: CheckOptions): boolean;
  /** "Ready to publish?": what is left to do, whatever stage the options say. */
  checklist(document: Document, options: CheckOptions): Steps<Checklist>;
  /** Every rule, in order. */
  readonly rules: readonly Rule[];
  rule(id: string): Rule | undefined;
  /** Where a rule is explained; undefined where no pages are known. */
  rulePage(id: string): string | undefined;
  /** The text of an earlier issue that has been read. */
  sourceOf(uri: string): SourceText | undefined;
  /** The latest earlier issues that have been read, the latest first. */
  recent(count: number): readonly TextFile[];
  /** A file beside the documents was written or deleted, or (a configuration) changed in an editor. */
  update(uri: string, deleted?: boolean): void;
  /** Forgets what was kept for a closed document. */
  close(uri: string): void;
  /** Reads nothing more in the background. */
  dispose(): void;
}

export function checks(reader: Reader): Checks {
  const { workspace } = reader;
  return {
    issue: (document) => reader.issue(document),
    options: (uri, chosen, usualRole) => workspace.options(uri, chosen, usualRole),
    guessRole: (document) => workspace.guessRole(document.uri, editorsOf(reader.issue(document))),
    ready: (uri) => workspace.loaded(uri),
    openDrafts: (folder) => workspace.openDrafts(folder),
    checkoutAround: (folder) => workspace.checkoutAround(folder),
    setup: (uri, chosen) => workspace.setup(uri, chosen),
    comparedWith: (uri) => workspace.comparedWith(uri),
    check: (document, options) => reader.check(document, options),
    checkInSteps: (document, options) => reader.checkInSteps(document, options),
    checkedInSteps: (document, options) => reader.checkedInSteps(document, options),
    hasTold: (document, options) => reader.told(document, options) !== undefined,
    *checklist(document, options) {
      const ahead = { ...options, stage: 'release' as const, ci: 'off' as const };
      const findings = yield* reader.checkInSteps(document, ahead);
      return checklist(reader.issue(document), findings);
    },
    rules: RULES,
    rule: ruleById,
    rulePage: reader.rulePage,
    sourceOf: (uri) => workspace.sourceOf(uri),
    recent: (count) => workspace.recent(count),
    update: (uri, deleted) => workspace.update(uri, deleted),
    close: (uri) => reader.close(uri),
    dispose: () => workspace.dispose(),
  };
}
