import type { Issue } from '../../newsletter/issue/issue';
import { hasTag } from '../../rules/index';
import type { Finding, Severity } from '../../rules/rule';
import { shortened } from '../../text/shortened';
import type { Range } from '../../text/sourceText';
import { collapsed } from '../../text/whitespace';
import { type OutlineSection, outline } from '../outline/symbols';

/** How far a part of an issue is, the best first: nothing to do, hints only, something to fill in, something wrong. */
const STATES = ['done', 'note', 'open', 'wrong'] as const;
type State = (typeof STATES)[number];

/** Something to fill in, mend or decide before the issue is published. */
export interface ChecklistEntry {
  /** Names the entry among those of one version of a document. */
  readonly id: string;
  /** As short as it can be: side bars are narrow. */
  readonly label: string;
  readonly finding: Finding;
  readonly state: State;
}

/** A section with all that is still to be done in it. */
export interface ChecklistSection extends Range {
  readonly title: string;
  /** What it has, e.g. `12 entries`; empty when there is nothing to count. */
  readonly detail: string;
  /** The worst of its entries and of the sections inside it. */
  readonly state: State;
  readonly entries: readonly ChecklistEntry[];
  readonly sections: readonly ChecklistSection[];
}

export interface Checklist {
  readonly sections: readonly ChecklistSection[];
  /** How many entries there are of each state. */
  readonly open: number;
  readonly wrong: number;
  readonly notes: number;
  /** Main sections without anything open or wrong, and all of them. */
  readonly done: number;
  readonly total: number;
}

const SHOWN: ReadonlySet<Severity> = new Set(['error', 'warning', 'info']);

/**
 * "Ready to publish?": an issue's sections with what is left to do in each.
 *
 * @param findings of the stage release, in order
 */
export function checklist(issue: Issue, findings: readonly Finding[]): Checklist {
  const entries = findings
    .filter(({ severity }) => SHOWN.has(severity))
    .map((finding) => toEntry(issue, finding));
  const sections: ChecklistSection[] = [];
  const top = outline(issue);
  const above = entries.filter(({ finding }) => finding.at.start < (top[0]?.start ?? Infinity));
  const front = {
    title: 'Front matter',
    detail: issue.date ?? '',
    selection: { start: 0, end: 0 },
  };
  sections.push(makeSection(front, above, []));
  let next = above.length;
  for (const entry of top) {
    const first = next;
    while (next < entries.length && entries[next]!.finding.at.start < entry.end) next += 1;
    sections.push(readSection(entry, entries.slice(first, next)));
  }
  const count = (state: State) => entries.filter((entry) => entry.state === state).length;
  return {
    sections,
    open: count('open'),
    wrong: count('wrong'),
    notes: count('note'),
    done: sections.filter(({ state }) => state === 'done' || state === 'note').length,
    total: sections.length,
  };
}

function toEntry(issue: Issue, finding: Finding): ChecklistEntry {
  const { rule, at, message } = finding;
  // What the template leaves to be filled in; everything else at error level is a mistake.
  const open = hasTag(rule, 'open') && finding.severity !== 'info';
  return {
    id: `${rule}/${at.start}-${at.end}/${message}`,
    label: shortLabel(issue, finding),
    finding,
    state: open ? 'open' : finding.severity === 'error' ? 'wrong' : 'note',
  };
}

/** A placeholder's own words: its section says the rest. */
function shortLabel({ source }: Issue, { rule, at, message }: Finding): string {
  if (rule === 'empty-section') return 'Nothing here yet';
  if (!hasTag(rule, 'placeholder')) return message;
  // A comment that is known, without its marks.
  const text = collapsed(source.slice(at)).replace(/^<!-- ?| ?-->$/g, '');
  return shortened(text, 60);
}

/** @param entries those that lie in the section or in one inside it, in order */
function readSection(section: OutlineSection, entries: readonly ChecklistEntry[]): ChecklistSection {
  const own: ChecklistEntry[] = [];
  const parts = section.children.map((child) => ({ child, entries: [] as ChecklistEntry[] }));
  for (const entry of entries) {
    const { start } = entry.finding.at;
    const part = parts.find(({ child }) => child.start <= start && start < child.end);
    (part?.entries ?? own).push(entry);
  }
  const title = { ...section, title: section.name };
  return makeSection(
    title,
    own,
    parts.map((part) => readSection(part.child, part.entries)),
  );
}

function makeSection(
  { title, detail, selection }: { title: string; detail: string; selection: Range },
  entries: readonly ChecklistEntry[],
  sections: readonly ChecklistSection[],
): ChecklistSection {
  const { start, end } = selection;
  const state = worst([...entries, ...sections].map((part) => part.state));
  return { title, detail, start, end, state, entries, sections };
}

function worst(states: readonly State[]): State {
  return states.reduce((a, b) => (STATES.indexOf(a) < STATES.indexOf(b) ? b : a), 'done');
}
