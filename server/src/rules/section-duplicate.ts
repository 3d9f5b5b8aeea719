import { CFT_LABEL_START, FIXED_PARAGRAPHS } from '../newsletter/eras/boilerplate';
import type { Issue } from '../newsletter/issue/issue';
import { bodyOf, headingRange, plainTitle, sectionEnd } from '../newsletter/sections/bodies';
import { normalizeTitle, type Section } from '../newsletter/sections/sections';
import { defineRule, type Fix } from './rule';

/** Every version of every fixed paragraph, white space collapsed. */
const FIXED_TEXTS: ReadonlySet<string> = new Set(
  FIXED_PARAGRAPHS.flatMap(({ versions }) => versions.map((version) => version.replace(/\s+/g, ' '))),
);

/** Left by a merge or by copying from the template. */
export default defineRule({
  id: 'section-duplicate',
  summary: 'The same heading twice',
  why: 'Two sections of one name split their items, and one of them is usually the empty copy of the template (issue 616 went out with two sets of RFC headings).',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'a section that came back in a merge',
      bad: '## Updates from Rust Community\n\n### Research\n* [A paper](https://example.com/a)\n\n### Research\n* [A talk](https://example.com/b)\n',
      good: '## Updates from Rust Community\n\n### Research\n* [A paper](https://example.com/a)\n* [A talk](https://example.com/b)\n',
    },
  ],
  check({ issue, report }) {
    const seen = new Map<string, Section>();
    let main: Section | undefined;
    for (const section of issue.sections) {
      if (section.heading.setext || section.heading.text === '') continue;
      const { spec } = section;
      if (spec && spec.parent === undefined) main = section;
      const name = normalizeTitle(section.heading.text);
      // A heading of the week may come once in every main section; a known one once in the issue.
      const key = spec ? `#${spec.key}` : `${main?.spec?.key ?? ''}/${section.parent?.start ?? ''}/${name}`;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, section);
        continue;
      }
      // The template's empty groups are told by `template-residue`.
      if (spec?.parent === 'cft' && !hasOwnText(issue, section)) continue;
      report({
        at: headingRange(issue, section),
        message: `Expected one heading "${plainTitle(section.heading.text)}", found it again`,
        related: [{ ...headingRange(issue, first), message: 'The first one' }],
        fixes: fixesFor(issue, first, section),
      });
      if (!hasOwnText(issue, first)) continue;
      report({
        at: headingRange(issue, first),
        severity: 'info',
        message: `The heading "${plainTitle(section.heading.text)}" stands a second time below`,
        related: [{ ...headingRange(issue, section), message: 'The second one' }],
      });
    }
  },
});

/** Empty copies go; items go under the first heading. Never in bulk: which copy is the right one is for people. */
function fixesFor(issue: Issue, first: Section, second: Section): Fix[] {
  if (!hasOwnText(issue, second)) return [remove(issue, second, 'Delete this copy')];
  if (!hasOwnText(issue, first)) return [remove(issue, first, 'Delete the first copy, which is empty')];
  if (first.items.length === 0 || second.items.length === 0) return [];
  const rest = bodyOf(issue, second).lines.filter(
    (line) => !second.items.some((item) => item.start <= line.start && line.end <= item.end),
  );
  if (rest.length > 0) return [];
  return [
    {
      title: 'Move the items under the first heading',
      edits: () => {
        const at = first.items.at(-1)!.end;
        const items = second.items.map((item) => issue.source.slice(item).trimEnd()).join('\n');
        return [
          { start: at, end: at, text: `\n${items}` },
          { start: second.start, end: ownEnd(issue, second), text: '' },
        ];
      },
    },
  ];
}

function remove(issue: Issue, section: Section, title: string): Fix {
  return { title, edits: () => [{ start: section.start, end: ownEnd(issue, section), text: '' }] };
}

/** Up to the next heading of any level: what stands under those is not the copy's. */
function ownEnd(issue: Issue, section: Section): number {
  return Math.min(section.body.end, sectionEnd(issue, section));
}

/** Whether anything but fixed text stands under the heading. */
function hasOwnText(issue: Issue, section: Section): boolean {
  if (section.items.length > 0) return true;
  const text = bodyOf(issue, section)
    .lines.map((line) => issue.source.slice(line))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.startsWith(CFT_LABEL_START)) return false;
  return !FIXED_TEXTS.has(text);
}
