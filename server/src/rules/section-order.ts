import type { SectionSpec } from '../newsletter/eras/profiles';
import type { Issue } from '../newsletter/issue/issue';
import { isUsualLevel, sectionEnd } from '../newsletter/sections/bodies';
import type { Section } from '../newsletter/sections/sections';
import { plainTitle } from '../newsletter/sections/titles';
import { defineIssueRule, type Fix, type Frame, type FrameSection } from './rule';

/**
 * Groups whose order is a habit: the main sections, the community's, those of the project and of Call for
 * Participation. Regions have a rule of their own; the groups within the project follow what happened.
 */
const ORDERED_PARENTS: readonly (string | undefined)[] = [undefined, 'community', 'project', 'cfp', 'fcp'];
/** Groups of items in the project's part and in the FCP, by the level of their headings. */
const GROUP_LEVEL = 4;

export default defineIssueRule({
  id: 'section-order',
  goesBy: ['outline'],
  summary: 'Sections are in another order than usual',
  why: 'Readers expect every issue to run the same way, and merging submissions is easier when sections stay in their place.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'jobs above the events',
      bad: '## Updates from Rust Community\n\n## Jobs\n\n## Upcoming Events\n\n# Quote of the Week\n',
      found: ['5:1-19: “Upcoming Events” belongs after “Updates from Rust Community”'],
      fixes: ['Move the section to its place'],
      good: '## Updates from Rust Community\n\n## Upcoming Events\n\n## Jobs\n\n# Quote of the Week\n',
    },
  ],
  facts: () => [],
  check(frame, _, report) {
    for (const parent of ORDERED_PARENTS) {
      const present = presentSections(frame, parent);
      const kept = new Set(longestRun(present.map(({ order }) => order)));
      for (const [index, { section, order, spec }] of present.entries()) {
        if (kept.has(index)) continue;
        const inOrder = present.filter((_, other) => kept.has(other));
        const before = inOrder.findLast((other) => other.order < order);
        const after = inOrder.find((other) => other.order > order);
        const neighbor = before ?? after;
        if (!neighbor) continue;
        report({
          at: section.at,
          message: `“${plainTitle(spec.title)}” belongs ${before ? 'after' : 'before'} “${plainTitle(neighbor.spec.title)}”`,
          related: [
            {
              at: neighbor.section.at,
              message: before ? 'It belongs after this section' : 'It belongs before this section',
            },
          ],
          fixes: (issue) => {
            const [moved, above, below] = [section, before?.section, after?.section].map(
              (known) => known && issue.sections[known.index],
            );
            return [move(issue, moved!, above, below)];
          },
        });
      }
    }
  },
});

interface Present {
  readonly section: FrameSection;
  readonly spec: SectionSpec;
  readonly order: number;
}

/** The sections of a group in the order of the text, each once. */
function presentSections({ profile, sections, date }: Frame, parent: string | undefined): Present[] {
  const seen = new Set<string>();
  return sections.flatMap((section) => {
    const { spec, level } = section;
    if (!spec || spec.anywhere || spec.parent !== parent || seen.has(spec.key)) return [];
    if (parent === 'project' && spec.level >= GROUP_LEVEL && !spec.required) return [];
    if (parent === 'fcp' && !spec.required) return [];
    // At another level that the era knows it also has another place: issues 527-535 keep Call for Testing among the
    // RFCs as p1 did.
    if (parent === undefined && spec.level !== level && isUsualLevel(spec, level, date)) return [];
    seen.add(spec.key);
    return [{ section, spec, order: profile.sections.indexOf(spec) }];
  });
}

/** The indexes of the longest rising run: what stays when as little as possible is moved. */
function longestRun(orders: readonly number[]): number[] {
  const best: number[] = [];
  const from: number[] = [];
  let last = -1;
  for (const [index, order] of orders.entries()) {
    best[index] = 1;
    from[index] = -1;
    for (let other = 0; other < index; other += 1) {
      if (orders[other]! < order && best[other]! + 1 > best[index]!) {
        best[index] = best[other]! + 1;
        from[index] = other;
      }
    }
    if (last < 0 || best[index]! > best[last]!) last = index;
  }
  const run: number[] = [];
  for (let at = last; at >= 0; at = from[at]!) run.unshift(at);
  return run;
}

function move(issue: Issue, section: Section, before: Section | undefined, after: Section | undefined): Fix {
  return {
    title: 'Move the section to its place',
    edits: () => {
      const { source } = issue;
      const end = sectionEnd(issue, section);
      const to = before ? sectionEnd(issue, before) : after!.start;
      if (to > section.start && to < end) return [];
      const text = source.text.slice(section.start, end).trimEnd();
      const atEnd = to >= source.text.trimEnd().length;
      return [
        { start: section.start, end, text: '' },
        { start: to, end: to, text: atEnd ? `\n${text}\n` : `${text}\n\n` },
      ];
    },
  };
}
