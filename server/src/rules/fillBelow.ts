import type { Issue } from '../newsletter/issue/issue';
import { fillTexts } from '../newsletter/placeholders/fillTexts';
import type { Range } from '../text/sourceText';
import type { Fix } from './rule';

/**
 * Fixes that write what a section lacks below its heading.
 *
 * @param key of the section
 */
export function fillBelow<P extends Range>(key: string, heading: P) {
  return (issue: Issue, at: (place: P) => Range): Fix[] => {
    const { end } = at(heading);
    return fillTexts(issue, key).map((fill) => ({
      title: fill.title,
      snippet: true,
      edits: () => [{ start: end, end, text: `\n\n${fill.text}` }],
    }));
  };
}
