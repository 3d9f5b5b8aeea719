import type { Issue } from '../../newsletter/issue/issue';
import { isFixable } from '../../rules/check';
import { everyPlace } from '../../rules/check/fold';
import type { Finding, Fix } from '../../rules/rule';
import type { Edit } from '../../text/edits';
import { withEol } from '../../text/edits';
import { append } from '../../text/lists';
import type { Range } from '../../text/sourceText';
import { atOnce, type Steps } from '../../text/steps';
import { eventAt, reschedulings } from '../organize/reschedule';
import { itemMoves, movableItem } from './moveItem';
import { alikeFixes } from './sameRule';
import { fixesOfLines } from './together';

const FIX_ALL_KIND = 'source.fixAll.twir';
const ORGANIZE_KIND = 'source.organizeEvents.twir';

const MOVE_KIND = 'refactor.move';

const RESCHEDULE_KIND = 'refactor.rewrite';

export type ActionKind =
  | 'quickfix'
  | typeof MOVE_KIND
  | typeof RESCHEDULE_KIND
  | typeof FIX_ALL_KIND
  | typeof ORGANIZE_KIND;

export const ACTION_KINDS: readonly ActionKind[] = [
  'quickfix',
  MOVE_KIND,
  RESCHEDULE_KIND,
  FIX_ALL_KIND,
  ORGANIZE_KIND,
];

/** Something an author can have done at a place in an issue. */
export interface Action {
  /** Names the action among those of one version of a document. */
  readonly id: string;
  readonly kind: ActionKind;
  readonly title: string;
  /** What the action mends. */
  readonly findings: readonly Finding[];
  /** The one right answer. */
  readonly preferred: boolean;
  /** The texts of the edits are snippets. */
  readonly snippet: boolean;
  readonly command?: NonNullable<Fix['command']>;
  /** In the document's own line ending. Costs time for actions on the whole document. */
  edits(): readonly Edit[];
  /** The same in steps, where it takes long. */
  editsInSteps?(): Steps<readonly Edit[]>;
}

export interface ActionRequest {
  readonly issue: Issue;
  /** Findings in the issue, in order. */
  readonly findings: readonly Finding[];
  /** Where the author is; an empty range for a cursor. */
  readonly range: Range;
  /** Whether actions of this kind are asked for. */
  readonly wants: (kind: ActionKind) => boolean;
  /** Edits that mend every finding that can be mended in bulk and passes. */
  readonly fixAll: (only?: (finding: Finding) => boolean) => Steps<readonly Edit[]>;
  /** Edits that mend all findings of a rule by one kind of fix. */
  readonly fixAlike: (rule: string, wanted: (fix: Fix) => boolean) => Steps<readonly Edit[]>;
  readonly organize: () => readonly Edit[];
}

/** What can be done at a place: the fixes of its findings first, then what concerns the whole document. */
export function codeActions(request: ActionRequest): Action[] {
  const { findings, wants } = request;
  const actions: Action[] = [];
  if (wants('quickfix')) append(actions, quickFixes(request));
  if (wants(MOVE_KIND)) append(actions, moves(request));
  if (wants(RESCHEDULE_KIND)) append(actions, newDays(request));
  if (wants(FIX_ALL_KIND) && findings.some(isFixable)) {
    actions.push({
      id: 'fixAll',
      kind: FIX_ALL_KIND,
      title: 'Fix all that has one right answer',
      findings: findings.filter(isFixable),
      preferred: false,
      snippet: false,
      edits: () => atOnce(request.fixAll()),
      editsInSteps: () => request.fixAll(),
    });
  }
  if (wants(ORGANIZE_KIND)) {
    const edits = request.organize();
    if (edits.length > 0) {
      actions.push({
        id: 'organize',
        kind: ORGANIZE_KIND,
        title: 'Organize events',
        findings: [],
        preferred: false,
        snippet: false,
        edits: () => edits,
      });
    }
  }
  return actions;
}

function moves({ issue, range }: ActionRequest): Action[] {
  // Everywhere is where an action is looked for again: then every item is meant.
  const here = movableItem(issue, range);
  const items = range.end === Number.POSITIVE_INFINITY ? issue.items : here ? [here] : [];
  return items.flatMap((item) =>
    itemMoves(issue, item).map(
      ({ section, title, suggested, edits }): Action => ({
        id: `move/${item.start}/${section}`,
        kind: MOVE_KIND,
        title: `Move to ${title}`,
        findings: [],
        preferred: suggested,
        snippet: false,
        edits: () => edits().map((edit) => withEol(edit, issue.source.eol)),
      }),
    ),
  );
}

function newDays({ issue, range }: ActionRequest): Action[] {
  const here = eventAt(issue, range);
  const events =
    range.end === Number.POSITIVE_INFINITY
      ? issue.events.filter(({ dates }) => dates.valid)
      : here
        ? [here]
        : [];
  return events.flatMap((event) =>
    reschedulings(issue, event).map(
      ({ date, title, edits }): Action => ({
        id: `reschedule/${event.start}/${date}`,
        kind: RESCHEDULE_KIND,
        title,
        findings: [],
        preferred: false,
        snippet: false,
        edits,
      }),
    ),
  );
}

function quickFixes({ issue, findings, range, fixAll, fixAlike }: ActionRequest): Action[] {
  const { eol } = issue.source;
  const here = everyPlace(findings).filter(({ at }) => at.start <= range.end && range.start <= at.end);
  const single = here.flatMap((finding) =>
    finding.fixes.map(
      (fix, n): Action => ({
        id: `fix/${finding.rule}/${finding.at.start}-${finding.at.end}/${n}/${fix.title}`,
        kind: 'quickfix',
        title: fix.title,
        findings: [finding],
        preferred: fix.all === true || fix.preferred === true,
        snippet: fix.snippet === true,
        ...(fix.command ? { command: fix.command } : {}),
        edits: () => fix.edits().map((edit) => withEol(edit, eol)),
      }),
    ),
  );
  const lines = fixesOfLines(issue.source, findings, range).map(
    ({ findings: mended, fix }): Action => ({
      id: `line/${mended[0]!.at.start}/${fix.title}`,
      kind: 'quickfix',
      title: fix.title,
      findings: mended,
      preferred: false,
      snippet: false,
      edits: () => fix.edits().map((edit) => withEol(edit, eol)),
    }),
  );
  const rules = new Set(here.filter(isFixable).map(({ rule }) => rule));
  const bulk = [...rules].flatMap((rule): Action[] => {
    const same = findings.filter((finding) => finding.rule === rule && isFixable(finding));
    if (same.length < 2) return [];
    return [
      {
        id: `rule/${rule}`,
        kind: 'quickfix',
        title: `Fix all ${same.length} findings of ${rule}`,
        findings: same,
        preferred: false,
        snippet: false,
        edits: () => atOnce(fixAll((finding) => finding.rule === rule)),
        editsInSteps: () => fixAll((finding) => finding.rule === rule),
      },
    ];
  });
  return [...single, ...lines, ...bulk, ...alikeFixes(here, findings, fixAlike)];
}
