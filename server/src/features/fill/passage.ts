import { weeklyBlocks } from '../../newsletter/issue/contents';
import type { Issue } from '../../newsletter/issue/issue';
import { withoutComments } from '../../newsletter/issue/within';
import type { Section } from '../../newsletter/sections/sections';
import { headingLine } from '../../newsletter/sections/skeletons';
import type { Edit } from '../../text/edits';
import { largest, smallest } from '../../text/lists';
import type { Range } from '../../text/sourceText';
import { insertSection } from './place';

/** Sections that have a text of the week rather than a list. */
export const PASSAGES: ReadonlySet<string> = new Set(['project', 'perf', 'cotw', 'qotw']);

/** The text of the week of a section, without blank lines at its ends; empty when it has none. */
export function passageOf(source: Issue, section: Section): string {
  const range = passage(source, section);
  return range ? source.source.slice(range).trim() : '';
}

/** Whether a section has a text of the week, and not only comments in its place. */
export function hasPassage(issue: Issue, section: Section): boolean {
  const range = passage(issue, section);
  return range !== undefined && withoutComments(issue, range).trim() !== '';
}

/** Puts a text into a section, in the place of the placeholder or of what stood there. */
export function fillPassage(issue: Issue, key: string, text: string): Edit[] | undefined {
  const { source, profile } = issue;
  const section = issue.sectionsOf(key)[0];
  const spec = section?.spec ?? profile.sections.find((candidate) => candidate.key === key);
  if (!spec) return undefined;
  if (!section) {
    const edit = insertSection(issue, spec, `${headingLine(spec)}\n\n${text}`);
    return edit && [edit];
  }
  if (passageOf(issue, section) === text) return [];
  const range = passage(issue, section);
  if (range) return [{ ...range, text }];
  const line = source.fullLine(source.lineNumberAt(section.heading.start));
  const open = !/[\r\n]$/.test(source.slice(line));
  const below = source.text.slice(line.end).search(/\S/) >= 0 ? '\n' : '';
  return [{ start: line.end, end: line.end, text: `${open ? '\n' : ''}\n${text}\n${below}` }];
}

/** From the first to the last block or placeholder of the week; of the merged pull requests what stands above the list. */
function passage(issue: Issue, section: Section): Range | undefined {
  const { body, spec } = section;
  const list =
    spec?.key === 'project'
      ? issue.blocks.find(({ type, start }) => type === 'list' && start >= body.start)
      : undefined;
  const end = Math.min(body.end, list?.start ?? body.end);
  const own = (range: Range) => range.start >= body.start && range.end <= end;
  // Link definitions belong to the triage report and to the count; elsewhere they are the same every week.
  const whole = spec?.key === 'perf' || spec?.key === 'project';
  const parts: Range[] = [
    ...(whole ? issue.blocks : weeklyBlocks(issue, section)),
    // An address to be filled in stands in a line that is the same every week.
    ...issue.placeholders.filter((placeholder) => placeholder.spec.form === 'comment'),
  ].filter(own);
  if (parts.length === 0) return undefined;
  return {
    start: smallest(parts.map((part) => part.start)),
    end: largest(parts.map((part) => part.end)),
  };
}
