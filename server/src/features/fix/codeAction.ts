import { isFixable } from '../../rules/check';
import { everyPlace } from '../../rules/check/fold';
import type { Finding, Fix } from '../../rules/rule';
import type { Edit } from '../../text/edits';
import { withEol } from '../../text/edits';
import { append } from '../../text/lists';
import { meets, type Range } from '../../text/sourceText';
import { atOnce, type Steps } from '../../text/steps';
import { reschedulings } from '../organize/reschedule';
import {
  type Action,
  type ActionKind,
  type ActionRequest,
  FIX_ALL_KIND,
  MOVE_KIND,
  ORGANIZE_KIND,
  RESCHEDULE_KIND,
} from './action';
import { itemMoves } from './moveItem';
import { alikeFixes } from './sameRule';
import { fixesOfLines } from './together';

/** What can be done at a place: the fixes of its findings first, then what concerns the whole document. */
export function codeActions(request: ActionRequest): Action[] {
  const { wants } = request;
  const actions: Action[] = [];
  if (wants('quickfix')) append(actions, quickFixes(request));
  if (wants(MOVE_KIND)) append(actions, moves(request));
  if (wants(RESCHEDULE_KIND)) append(actions, newDays(request));
  if (wants(FIX_ALL_KIND) && request.known().findings.some(isFixable))
    actions.push(
      ofTheWhole('fixAll', FIX_ALL_KIND, 'Fix all that has one right answer', () => request.fixAll()),
    );
  if (wants(ORGANIZE_KIND) && request.canOrganize())
    actions.push(ofTheWhole('organize', ORGANIZE_KIND, 'Organize events', request.organize));
  return actions;
}

/** Something that may change the document anywhere. */
function ofTheWhole(
  id: string,
  kind: ActionKind,
  title: string,
  edits: () => Steps<readonly Edit[]>,
  findings: readonly Finding[] = [],
): Action {
  return {
    id,
    kind,
    title,
    findings,
    preferred: false,
    snippet: false,
    edits: () => atOnce(edits()),
    editsInSteps: edits,
  };
}

function moves({ issue, range }: ActionRequest): Action[] {
  return itemMoves(issue, range).map(
    ({ section, title, suggested, edits }): Action => ({
      id: `move/${section}`,
      kind: MOVE_KIND,
      title: `Move to ${title}`,
      findings: [],
      preferred: suggested,
      snippet: false,
      edits: () => edits().map((edit) => withEol(edit, issue.source.eol)),
    }),
  );
}

function newDays({ issue, range }: ActionRequest): Action[] {
  return reschedulings(issue, range).map(
    ({ date, title, edits }): Action => ({
      id: `reschedule/${date}`,
      kind: RESCHEDULE_KIND,
      title,
      findings: [],
      preferred: false,
      snippet: false,
      edits,
    }),
  );
}

function quickFixes({ issue, range, fixAll, fixAlike, ...request }: ActionRequest): Action[] {
  const known = request.known();
  const { source } = issue;
  const { eol } = source;
  const near = known.meeting({ start: source.lineAt(range.start).start, end: source.lineAt(range.end).end });
  const here = placesIn(near, range);
  const offered = new Set<Fix>();
  const single = here.flatMap((finding) =>
    finding.fixes.flatMap((fix, n): Action[] => {
      // What mends all places is a fix of each.
      if (offered.has(fix)) return [];
      offered.add(fix);
      return [
        {
          id: `fix/${finding.rule}/${finding.at.start}-${finding.at.end}/${n}/${fix.title}`,
          kind: 'quickfix',
          title: fix.title,
          findings: [finding],
          preferred: fix.all === true || fix.preferred === true,
          snippet: fix.snippet === true,
          ...(fix.command ? { command: fix.command } : {}),
          edits: () => fix.edits().map((edit) => withEol(edit, eol)),
        },
      ];
    }),
  );
  const lines = fixesOfLines(source, near, range).map(
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
    const same = known.findings.filter((finding) => finding.rule === rule && isFixable(finding));
    if (same.length < 2) return [];
    const title = `Fix all ${same.length} findings of ${rule}`;
    const edits = () => fixAll((finding) => finding.rule === rule);
    return [ofTheWhole(`rule/${rule}`, 'quickfix', title, edits, same)];
  });
  return [...single, ...lines, ...bulk, ...alikeFixes(here, known, fixAlike)];
}

/** The places of findings that a range touches, each as a finding of its own. */
export function placesIn(findings: readonly Finding[], range: Range): Finding[] {
  return everyPlace(findings).filter(({ at }) => meets(at, range));
}
