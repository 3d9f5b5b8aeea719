import { type ChecklistSection, checklist } from '../features/checklist/checklist';
import { type Action, type ActionKind, codeActions, placesIn } from '../features/fix/codeAction';
import { type FixAllInput, fixAlikeInSteps, fixAllInSteps } from '../features/fix/fixAll';
import { formatEdits, formatRangeEdits } from '../features/format/format';
import { onEnterEdits } from '../features/format/onEnter';
import {
  type ImportChoice,
  type ImportPlan,
  type ImportResult,
  type ImportText,
  importEvents,
  planImport,
} from '../features/import/importEvents';
import { isOrganized, organizeInSteps } from '../features/organize/organize';
import { canReschedule, eventAt, reschedule, reschedulingDays } from '../features/organize/reschedule';
import { organizeSummary } from '../features/organize/summary';
import { whatOf } from '../newsletter/events/meaning';
import { isDate } from '../newsletter/issue/date';
import { isFixable } from '../rules/check';
import { ruleById } from '../rules/index';
import type { CheckOptions, Finding, Fix, IgnoredFinding, Level } from '../rules/rule';
import { type Edit, withEol } from '../text/edits';
import type { Range } from '../text/sourceText';
import { atOnce, type Steps } from '../text/steps';
import type { Calendars } from '../workspace/calendars';
import { ignoreEdits, levelEdits, wordEdits } from '../workspace/configEdits';
import { passed, passedActions } from './gate';
import type { Document, Reader } from './reader';

/** What changes a document. Edits are in the document's own line ending and don't overlap. */
export interface Changes {
  /** Mends all that can be mended beyond doubt and passes. */
  fixAll(document: Document, options: CheckOptions, only?: (finding: Finding) => boolean): readonly Edit[];
  /**
   * What the author can have done in a range, of the kinds wanted: fixes, moves, other days, the whole document.
   *
   * @param basis what is known of the findings. Fixes of what has only been told may have become others: their titles
   * and ids hold, their edits don't
   */
  actions(
    document: Document,
    options: CheckOptions,
    range: Range,
    wants: (kind: ActionKind) => boolean,
    basis?: Basis,
  ): readonly Action[];
  /** The places of findings that a range touches, each as a finding of its own. */
  findingsIn(document: Document, options: CheckOptions, range: Range, basis?: Basis): readonly Finding[];
  /** One of the fixes of an entry of the checklist. @param index which of the finding's fixes */
  checklistFix(
    document: Document,
    options: CheckOptions,
    entry: string,
    index: number,
  ): (Pick<Fix, 'snippet'> & { readonly edits: readonly Edit[] }) | undefined;
  /** Puts the document, or the lines of a range, into the house style. */
  format(document: Document, options: CheckOptions, range?: Range): readonly Edit[];
  /** What follows Enter in a list. @param offset in the new line */
  onEnter(document: Document, offset: number): readonly Edit[];
  /** Puts the events in order, without the past ones. */
  organize(document: Document, options: CheckOptions): readonly Edit[];
  /** Whether there is an event at an offset that can be put on other days. */
  canReschedule(document: Document, offset: number): boolean;
  /** To which days the event at an offset can be put; undefined where there is none. */
  reschedulingDays(document: Document, offset: number): ReschedulingDays | undefined;
  /** Puts it there, its twin with it; no edits when that makes no sense. */
  reschedule(document: Document, offset: number, date: string): readonly Edit[];
  /** The calendars that the checkout's configuration lists, or those in a folder. */
  calendars(of: { readonly document: string } | { readonly folder: string }): Promise<Calendars>;
  /** One of these two, with what it does in words; no edits when there is nothing to do. */
  inBulk(
    document: Document,
    options: CheckOptions,
    kind: 'fixAll' | 'organize',
  ): Steps<{ readonly edits: readonly Edit[]; readonly summary: string }>;
  /** What adding the events of calendars, of JSON or of Markdown would come to. @throws ImportError */
  planImport(document: Document, text: ImportText): ImportPlan;
  /** Adds chosen events of such a text, by default the new ones. @throws ImportError */
  importEvents(document: Document, text: ImportText, choices?: readonly ImportChoice[]): ImportResult;
  /**
   * Gives a rule a level in the checkout's configuration, for everybody.
   *
   * @param level undefined: what holds without the configuration
   * @returns undefined where there can be no configuration, or no such rule
   */
  setRule(
    document: Document,
    rule: string,
    level: Level | undefined,
  ): Promise<{ readonly config: ConfigFile; readonly edits: readonly Edit[] } | undefined>;
  /** Ways to live with findings, written into the checkout's configuration; undefined where there can be none. */
  tolerate(
    document: Document,
    findings: readonly Finding[],
  ): Promise<{ readonly config: ConfigFile; readonly ways: readonly Toleration[] } | undefined>;
}

/** A check of this very version, or what the latest one has told: see {@link Checks.hasTold}. */
type Basis = 'checked' | 'told';

interface ReschedulingDays {
  readonly title: string;
  /** Its present first day. */
  readonly date: string;
  readonly days: ReturnType<typeof reschedulingDays>;
}

/** A configuration to be edited; without text it is to be made. */
export interface ConfigFile {
  readonly uri: string;
  readonly text: string | undefined;
}

interface Toleration {
  readonly title: string;
  readonly finding: Finding;
  /** What it ignores: an author may also do so alone, in settings of their own. */
  readonly ignored?: IgnoredFinding;
  /** Of the configuration. */
  readonly edits: readonly Edit[];
}

export function changes(reader: Reader): Changes {
  const { workspace } = reader;
  const { log } = reader.ports;
  const gate = (what: string, { uri, text }: Document, edits: readonly Edit[]) =>
    passed(log, `${what} on ${uri}`, text, edits);
  function* fixInput(document: Document, options: CheckOptions): Steps<FixAllInput> {
    return {
      issue: reader.issue(document),
      options: { today: reader.today(), ...options },
      archive: reader.archive(document),
      findings: yield* reader.checkInSteps(document, options),
      trials: reader.trials(document, options),
    };
  }
  function* allFixes(document: Document, options: CheckOptions, only?: (finding: Finding) => boolean) {
    return yield* fixAllInSteps({ ...(yield* fixInput(document, options)), ...(only && { only }) });
  }
  const order = (document: Document, options: CheckOptions) =>
    organizeInSteps(reader.issue(document), options, reader.archive(document));
  const known = (document: Document, options: CheckOptions, basis: Basis | undefined) =>
    basis === 'told'
      ? reader.toldOrChecked(document, options)
      : atOnce(reader.checkedInSteps(document, options));
  const importInput = (document: Document, text: ImportText) => ({
    issue: reader.issue(document),
    text,
    archive: reader.archive(document),
  });
  return {
    fixAll: (document, options, only) => gate('Fix all', document, atOnce(allFixes(document, options, only))),
    organize: (document, options) => gate('Organize events', document, atOnce(order(document, options))),
    *inBulk(document, options, kind) {
      const before = yield* reader.checkInSteps(document, options);
      const made = kind === 'fixAll' ? allFixes(document, options) : order(document, options);
      const edits = gate(kind, document, yield* made);
      const after = yield* reader.tryOutInSteps(document, options, edits);
      if (kind === 'organize')
        return { edits, summary: organizeSummary(reader.issue(document), after.issue) };
      const fixable = (findings: readonly Finding[]) => findings.filter(isFixable).length;
      const fixed = Math.max(1, fixable(before) - fixable(after.findings));
      return { edits, summary: `${fixed} finding${fixed === 1 ? '' : 's'} fixed` };
    },
    findingsIn: (document, options, range, basis) =>
      placesIn(known(document, options, basis).meeting(range), range),
    actions: (document, options, range, wants, basis) =>
      passedActions(
        log,
        document.uri,
        document.text,
        codeActions({
          issue: reader.issue(document),
          known: () => known(document, options, basis),
          range,
          wants,
          fixAll: (only) => allFixes(document, options, only),
          *fixAlike(rule, wanted) {
            return yield* fixAlikeInSteps(yield* fixInput(document, options), rule, wanted);
          },
          canOrganize: () => !isOrganized(reader.issue(document), options, reader.archive(document)),
          organize: () => order(document, options),
        }),
      ),
    checklistFix: (document, options, entry, index) => {
      const issue = reader.issue(document);
      const { sections } = checklist(issue, reader.check(document, { ...options, stage: 'release' }));
      const fix = entriesOf(sections).find(({ id }) => id === entry)?.finding.fixes[index];
      if (!fix) return undefined;
      const own = fix.edits().map((edit) => withEol(edit, issue.source.eol));
      const edits = gate(`“${fix.title}”`, document, own);
      return { edits, ...(fix.snippet ? { snippet: true } : {}) };
    },
    format: (document, options, range) =>
      gate(
        'Format',
        document,
        range
          ? formatRangeEdits(reader.issue(document), range, options, reader.formats(document))
          : formatEdits(reader.issue(document), options, reader.formats(document)),
      ),
    onEnter: (document, offset) => {
      const issue = reader.issue(document);
      const own = onEnterEdits(issue, offset).map((edit) => withEol(edit, issue.source.eol));
      return gate('Enter', document, own);
    },
    canReschedule: (document, offset) =>
      canReschedule(reader.issue(document), { start: offset, end: offset }),
    reschedulingDays: (document, offset) => {
      const issue = reader.issue(document);
      const event = eventAt(issue, { start: offset, end: offset });
      const days = event ? reschedulingDays(issue, event) : [];
      return event && days.length > 0
        ? { title: whatOf(issue, event), date: event.dates.first, days }
        : undefined;
    },
    reschedule: (document, offset, date) => {
      const issue = reader.issue(document);
      const event = eventAt(issue, { start: offset, end: offset });
      return event && isDate(date) ? gate('Reschedule', document, reschedule(issue, event, date)) : [];
    },
    calendars: (of) => ('folder' in of ? workspace.calendarsIn(of.folder) : workspace.calendars(of.document)),
    planImport: (document, text) => planImport(importInput(document, text)),
    importEvents: (document, text, choices) => {
      const result = importEvents(importInput(document, text), choices);
      return { ...result, edits: gate('Add events', document, result.edits) };
    },
    setRule: async (document, rule, level) => {
      const config = ruleById(rule) && (await workspace.configToEdit(document.uri));
      const edits = config && levelEdits(config.text, rule, level);
      return edits && { config, edits: passed(log, `${rule} in ${config.uri}`, config.text, edits) };
    },
    tolerate: async (document, given) => {
      // What CI says is not ours to switch off.
      const findings = given.filter(({ rule }) => ruleById(rule) !== undefined);
      if (findings.length === 0) return undefined;
      const config = await workspace.configToEdit(document.uri);
      if (!config) return undefined;
      const { source } = reader.issue(document);
      const lineOf = ({ at }: Finding) => source.slice(source.lineAt(at.start)).trim();
      const wordOf = ({ at }: Finding) => source.slice(at);
      const mistyped = findings.filter(({ rule }) => ruleById(rule)?.tags?.includes('word'));
      const ways = [
        ...firstOf(mistyped, wordOf).map((finding) => ({
          title: `Add “${wordOf(finding)}” to the words in .twir.json`,
          finding,
          edits: wordEdits(config.text, wordOf(finding)),
        })),
        ...firstOf(findings, (finding) => `${finding.rule} ${lineOf(finding)}`).map((finding) => ({
          title: `Ignore this finding of ${finding.rule} for everyone, in .twir.json`,
          ignored: { rule: finding.rule, line: lineOf(finding) },
          finding,
          edits: ignoreEdits(config.text, { rule: finding.rule, line: lineOf(finding) }),
        })),
        ...firstOf(findings, ({ rule }) => rule).map((finding) => ({
          title: `Switch off ${finding.rule} for everyone, in .twir.json`,
          finding,
          edits: levelEdits(config.text, finding.rule, 'off'),
        })),
      ];
      return {
        config,
        ways: ways.flatMap(({ edits, ...way }) =>
          edits
            ? [{ ...way, edits: passed(log, `“${way.title}” in ${config.uri}`, config.text, edits) }]
            : [],
        ),
      };
    },
  };
}

function entriesOf(sections: readonly ChecklistSection[]): ChecklistSection['entries'] {
  return sections.flatMap((section) => [...section.entries, ...entriesOf(section.sections)]);
}

/** The first finding of each key. */
function firstOf(findings: readonly Finding[], key: (finding: Finding) => string): Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(key(finding))) first.set(key(finding), finding);
  return [...first.values()];
}
