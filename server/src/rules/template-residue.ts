import { CFT_LABEL_START } from '../newsletter/eras/boilerplate';
import type { Issue } from '../newsletter/issue/issue';
import { bodyOf, headingRange, paragraphs, plainTitle } from '../newsletter/sections/bodies';
import type { Range } from '../text/sourceText';
import { defineRule } from './rule';

/** What an edit of the template forgot to take out, and every draft since has carried. */
export default defineRule({
  id: 'template-residue',
  summary: 'Leftovers of an older template under Calls for Testing',
  why: 'The template still has the headings `[RFCs]`, `[Rust]` and `[Rustup]` and a second copy of the paragraph about the label below the new text; 52 empty headings went out with issues.',
  severity: 'hint',
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
    for (const run of joined(issue, [...emptyGroups(issue), ...repeatedLabels(issue)])) {
      const names = run.flatMap(({ name }) => name ?? []);
      const label = run.find(({ first }) => first);
      report({
        at: { start: run[0]!.at.start, end: run.at(-1)!.at.end },
        message:
          names.length === 0
            ? 'Expected the paragraph about the label once, found it again'
            : `Expected items under ${names.join(', ')}, found ${names.length > 1 ? 'empty headings' : 'an empty heading'} of the template`,
        related: label?.first
          ? [{ ...label.first, message: 'The paragraph about the label stands here already' }]
          : [],
        unnecessary: true,
        fixes: [
          {
            title: names.length === 0 ? 'Delete the paragraph' : 'Delete what the template left',
            all,
            edits: () =>
              run.map(({ whole }) => ({ start: source.lineAt(whole.start).start, end: whole.end, text: '' })),
          },
        ],
      });
    }
  },
});

interface Residue {
  readonly at: Range;
  /** With the blank lines behind it. */
  readonly whole: Range;
  /** Of a heading. */
  readonly name?: string;
  /** Of a paragraph: where it stood before. */
  readonly first?: Range;
}

function emptyGroups(issue: Issue): Residue[] {
  return issue.sections.flatMap((section): Residue[] => {
    if (section.spec?.parent !== 'cft' || section.children.length > 0) return [];
    const { lines, hasPlaceholder } = bodyOf(issue, section);
    const label = lines[0] && issue.source.slice(lines[0]).startsWith(CFT_LABEL_START);
    if (hasPlaceholder || (lines.length > 0 && !label)) return [];
    const comment = issue.comments.find(({ start }) => start >= section.start && start < section.body.end);
    const end = Math.min(lines[0]?.start ?? section.body.end, comment?.start ?? section.body.end);
    return [
      {
        at: headingRange(issue, section),
        whole: { start: section.start, end },
        name: plainTitle(section.heading.text),
      },
    ];
  });
}

function repeatedLabels(issue: Issue): Residue[] {
  const { source } = issue;
  const [first, ...rest] = paragraphs(issue).filter(({ text }) => text.startsWith(CFT_LABEL_START));
  return rest.map(({ start, end }) => {
    let next = source.lineNumberAt(end) + 1;
    while (next < source.lineCount && source.lineText(next).trim() === '') next += 1;
    const wholeEnd = next < source.lineCount ? source.line(next).start : source.text.length;
    return {
      at: { start, end },
      whole: { start, end: wholeEnd },
      first: { start: first!.start, end: first!.end },
    };
  });
}

/** Pieces with nothing but blank lines between them, together: they are one slip of the template. */
function joined(issue: Issue, pieces: readonly Residue[]): Residue[][] {
  const runs: Residue[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.at.start - b.at.start)) {
    const last = runs.at(-1)?.at(-1);
    if (last && issue.source.text.slice(last.at.end, piece.at.start).trim() === '') runs.at(-1)!.push(piece);
    else runs.push([piece]);
  }
  return runs;
}
