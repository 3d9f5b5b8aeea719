import { isPast, regionOf } from '../../newsletter/events/meaning';
import type { Issue } from '../../newsletter/issue/issue';
import type { Finding } from '../../rules/rule';
import type { Range } from '../../text/sourceText';
import { submissionSections } from '../submit/submit';

/** Something to do at a section, shown above its heading. */
export interface Lens extends Range {
  readonly title: string;
  readonly does: 'addLink' | 'addEvent' | 'organize';
  /** Key of the section, for a link. */
  readonly section?: string;
}

const OUT_OF_ORDER = new Set(['event-unsorted', 'event-region', 'event-region-order']);

/** What there is to do at the sections of a draft: links and events to add, past events to take out. */
export function lenses(issue: Issue, findings: readonly Finding[]): Lens[] {
  const closed = new Set(submissionSections(issue).flatMap(({ key, closed }) => (closed ? [key] : [])));
  const found: Lens[] = [];
  for (const { heading, spec } of issue.sections) {
    const at = { start: heading.start, end: heading.end };
    if (spec?.parent === 'community') {
      if (!closed.has(spec.key))
        found.push({ ...at, title: 'Add a link', does: 'addLink', section: spec.key });
    } else if (spec?.key === 'events') {
      found.push({ ...at, title: 'Add an event', does: 'addEvent' }, ...organizing(issue, findings, at));
    } else if (regionOf({ spec }) !== undefined)
      found.push({ ...at, title: 'Add an event', does: 'addEvent' });
  }
  return found;
}

function organizing(issue: Issue, findings: readonly Finding[], at: Range): Lens[] {
  const past = issue.events.filter((event) => isPast(issue, event)).length;
  if (past > 0) return [{ ...at, title: `Organize: ${past} past`, does: 'organize' }];
  const moves = findings.some(({ rule }) => OUT_OF_ORDER.has(rule));
  return moves ? [{ ...at, title: 'Organize: not in order', does: 'organize' }] : [];
}
