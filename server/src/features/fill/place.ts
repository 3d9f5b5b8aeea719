import type { SectionSpec } from '../../newsletter/eras/profiles';
import type { Issue } from '../../newsletter/issue/issue';
import type { Edit } from '../../text/edits';

/**
 * Puts a section where the era has it.
 *
 * @param text of the section from its heading on, without blank lines at its ends
 * @returns undefined when the section that it stands in is missing
 */
export function insertSection(issue: Issue, spec: SectionSpec, text: string): Edit | undefined {
  const { profile, source } = issue;
  const parent = spec.parent === undefined ? undefined : issue.sectionsOf(spec.parent)[0];
  if (spec.parent !== undefined && !parent) return undefined;
  const later = profile.sections.slice(profile.sections.indexOf(spec) + 1);
  // Of what stands behind it the first: a sibling, or the main section that ends its own.
  const next = later
    .filter(({ parent }) => parent === spec.parent || parent === undefined)
    .flatMap(({ key }) => issue.sectionsOf(key))
    .sort((a, b) => a.start - b.start)
    .find(({ start }) => start > (parent?.start ?? -1));
  const at = next?.start ?? parent?.end ?? source.text.length;
  const before = source.text.slice(0, at);
  const gap =
    before === '' || /\n[ \t]*\n$|\r[ \t]*\r$|\r\n[ \t]*\r\n$/.test(before)
      ? ''
      : /[\r\n]$/.test(before)
        ? '\n'
        : '\n\n';
  return { start: at, end: at, text: `${gap}${text}\n${at < source.text.length ? '\n' : ''}` };
}
