import { CFT_LABEL_START, FIXED_PARAGRAPHS } from '../newsletter/eras/boilerplate';
import type { Issue } from '../newsletter/issue/issue';
import type { IssuePart } from '../newsletter/issue/part';
import { bodyOf, sectionEnd } from '../newsletter/sections/bodies';
import type { Section } from '../newsletter/sections/sections';
import { normalizeTitle, plainTitle } from '../newsletter/sections/titles';
import { collapsed } from '../text/whitespace';
import { defineIssueRule, type Fact, type Fix, type FrameSection, type Placed } from './rule';

/** Every version of every fixed paragraph, white space collapsed. */
const FIXED_TEXTS: ReadonlySet<string> = new Set(
  FIXED_PARAGRAPHS.flatMap(({ versions }) => versions.map((version) => collapsed(version))),
);

/** Left by a merge or by copying from the template. */
export default defineIssueRule({
  id: 'section-duplicate',
  goesBy: ['outline', 'sections'],
  summary: 'The same heading twice',
  why: 'Two sections of one name split their items, and one of them is usually the empty copy of the template (issue 616 went out with two sets of RFC headings).',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'a section that came back in a merge',
      bad: '## Updates from Rust Community\n\n### Research\n* [A paper](https://example.com/a)\n\n### Research\n* [A talk](https://example.com/b)\n',
      found: [
        '3:1-13 info: The heading “Research” appears a second time below',
        '6:1-13: The heading “Research” appears above already',
      ],
      fixes: [
        'Delete this heading, and keep what is below it',
        'Delete this copy',
        'Move the items under the first heading',
        'Delete the first copy',
      ],
      good: '## Updates from Rust Community\n\n### Research\n* [A paper](https://example.com/a)\n* [A talk](https://example.com/b)\n',
    },
  ],
  facts: (piece) =>
    piece.areas.map((section) => ({
      at: { start: section.start, end: section.start },
      hasOwnText: hasOwnText(piece, section),
    })),
  check({ sections }, facts: readonly Placed<OwnText>[], report) {
    const filled = new Set(facts.filter((fact) => fact.hasOwnText).map(({ section }) => section));
    const seen = new Map<string, FrameSection>();
    for (const section of sections) {
      const { spec, text, setext, main, parent } = section;
      if (setext || text === '') continue;
      // A heading of the week may come once in every main section; a known one once in the issue.
      const key = spec
        ? `#${spec.key}`
        : `${main?.spec?.key ?? ''}/${parent?.index ?? ''}/${normalizeTitle(text)}`;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, section);
        continue;
      }
      // The template's empty groups are told by `template-residue`.
      if (spec?.parent === 'cft' && !filled.has(section)) continue;
      report({
        at: section.at,
        message: `The heading “${plainTitle(text)}” appears above already`,
        related: [{ at: first.at, message: 'The first one' }],
        fixes: (issue) => fixesFor(issue, issue.sections[first.index]!, issue.sections[section.index]!),
      });
      if (!filled.has(first)) continue;
      report({
        at: first.at,
        severity: 'info',
        message: `The heading “${plainTitle(text)}” appears a second time below`,
        related: [{ at: section.at, message: 'The second one' }],
        fixes: (issue) => [
          removeHeading(issue, issue.sections[first.index]!),
          remove(issue, issue.sections[first.index]!, 'Delete this copy'),
        ],
      });
    }
  },
});

/** Whether a section, or its part in a piece, has text of its own. */
interface OwnText extends Fact {
  readonly hasOwnText: boolean;
}

/** Either copy can go, an empty one first; items can go under the first heading. Never in bulk: which copy is the right one is for people. */
function fixesFor(issue: Issue, first: Section, second: Section): Fix[] {
  const copies = [remove(issue, second, 'Delete this copy'), remove(issue, first, 'Delete the first copy')];
  if (!hasOwnText(issue, second)) return copies;
  if (!hasOwnText(issue, first)) return copies.reverse();
  const rest = bodyOf(issue, second).lines.filter(
    (line) => !second.items.some((item) => item.start <= line.start && line.end <= item.end),
  );
  if (first.items.length === 0 || second.items.length === 0 || rest.length > 0) return copies;
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
    ...copies,
  ];
}

function remove(issue: Issue, section: Section, title: string): Fix {
  return { title, edits: () => [{ start: section.start, end: ownEnd(issue, section), text: '' }] };
}

/** What stood under the heading comes under the one above it. */
function removeHeading(issue: Issue, section: Section): Fix {
  const { source } = issue;
  return {
    title: 'Delete this heading, and keep what is below it',
    edits: () => {
      const number = source.lineNumberAt(section.start);
      let first = number;
      while (first > 0 && source.lineText(first - 1).trim() === '') first -= 1;
      return [{ start: source.line(first).start, end: source.fullLine(number).end, text: '' }];
    },
  };
}

/** Up to the next heading of any level: what stands under those is not the copy's. */
function ownEnd(issue: Issue, section: Section): number {
  return Math.min(section.body.end, sectionEnd(issue, section));
}

/** Whether anything but fixed text stands under the heading. */
function hasOwnText(part: IssuePart, section: Section): boolean {
  if (section.items.length > 0) return true;
  const lines = bodyOf(part, section).lines.map((line) => part.source.slice(line));
  const text = collapsed(lines.join(' ')).trim();
  if (text === '' || text.startsWith(CFT_LABEL_START)) return false;
  return !FIXED_TEXTS.has(text);
}
