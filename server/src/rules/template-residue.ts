import { CFT_LABEL_START } from '../data/boilerplate';
import type { Range } from '../issue/text';
import { defineRule, type Fix } from './rule';
import { bodyOf, headingRange, paragraphs, plainTitle } from './support/sections';

/** What an edit of the template forgot to take out, and every draft since has carried. */
export default defineRule({
  id: 'template-residue',
  summary: 'Leftovers of an older template under Calls for Testing',
  why: 'The template still has the headings `[RFCs]`, `[Rust]` and `[Rustup]` and a second copy of the paragraph about the label below the new text; 52 empty headings went out with issues.',
  severity: 'info',
  releaseSeverity: 'error',
  fix: 'sometimes',
  examples: [
    {
      title: 'empty groups',
      bad: '## Calls for Testing\n*No calls for testing were issued this week.*\n\n### [Rust](https://github.com/rust-lang/rust/labels/call-for-testing)\n\n### [Rustup](https://github.com/rust-lang/rustup/labels/call-for-testing)\n\n## Jobs\n',
      good: '## Calls for Testing\n*No calls for testing were issued this week.*\n\n## Jobs\n',
    },
  ],
  check({ issue, options, report }) {
    const { source } = issue;
    // In p2 and p3 the groups are for the week's items, so only the editors know when they stay empty.
    const all = issue.profile.id === 'p4' || options.stage === 'release';
    const remove = (range: Range, title: string): Fix[] => [
      { title, all, edits: () => [{ ...range, text: '' }] },
    ];
    for (const section of issue.sections) {
      if (section.spec?.parent !== 'cft' || section.children.length > 0) continue;
      const { lines, hasPlaceholder } = bodyOf(issue, section);
      const label = lines[0] && source.slice(lines[0]).startsWith(CFT_LABEL_START);
      if (hasPlaceholder || (lines.length > 0 && !label)) continue;
      const comment = issue.comments.find(({ start }) => start >= section.start && start < section.body.end);
      const end = Math.min(lines[0]?.start ?? section.body.end, comment?.start ?? section.body.end);
      report({
        at: headingRange(issue, section),
        message: `Expected items under "${plainTitle(section.heading.text)}", found none`,
        unnecessary: true,
        fixes: remove({ start: section.start, end }, 'Delete the heading'),
      });
    }
    let first: Range | undefined;
    for (const paragraph of paragraphs(issue)) {
      if (!paragraph.text.startsWith(CFT_LABEL_START)) continue;
      if (!first) {
        first = paragraph;
        continue;
      }
      let next = source.lineNumberAt(paragraph.end) + 1;
      while (next < source.lineCount && source.lineText(next).trim() === '') next += 1;
      const end = next < source.lineCount ? source.line(next).start : source.text.length;
      report({
        at: { start: paragraph.start, end: paragraph.end },
        message: 'Expected the paragraph about the label once, found it again',
        related: [{ start: first.start, end: first.end, message: 'The first one' }],
        unnecessary: true,
        fixes: remove({ start: source.lineAt(paragraph.start).start, end }, 'Delete the paragraph'),
      });
    }
  },
});
