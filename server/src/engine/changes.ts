import { type ChecklistSection, checklist } from '../features/checklist/checklist';
import type { Action, ActionKind } from '../features/fix/action';
import { codeActions, placesIn } from '../features/fix/codeAction';
import { fixAlikeInSteps } from '../features/fix/fixAlike';
import { type FixAllInput, fixAllInSteps } from '../features/fix/fixAll';
import { formatEdits, formatRangeEdits } from '../features/format/format';
import { onEnterEdits } from '../features/format/onEnter';
import { isOrganized, organizeInSteps } from '../features/organize/organize';
import { organizeSummary } from '../features/organize/summary';
import { count } from '../protocol/wording';
import { isFixable } from '../rules/check';
import type { CheckOptions, Finding, Fix } from '../rules/rule';
import { type Edit, withEol } from '../text/edits';
import type { Range } from '../text/sourceText';
import { atOnce, type Steps } from '../text/steps';
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
  /** One of these two, with what it does in words; no edits when there is nothing to do. */
  inBulk(
    document: Document,
    options: CheckOptions,
    kind: 'fixAll' | 'organize',
  ): Steps<{ readonly edits: readonly Edit[]; readonly summary: string }>;
}

/** A check of this very version, or what the latest one has told: see {@link Checks.hasTold}. */
type Basis = 'checked' | 'told';

export function changes(reader: Reader): Changes {
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
      return { edits, summary: `${count(fixed, 'finding')} fixed` };
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
  };
}

function entriesOf(sections: readonly ChecklistSection[]): ChecklistSection['entries'] {
  return sections.flatMap((section) => [...section.entries, ...entriesOf(section.sections)]);
}
