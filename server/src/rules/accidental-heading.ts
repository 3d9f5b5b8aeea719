import type { Piece } from '../newsletter/issue/piece';
import { specOfTitle } from '../newsletter/sections/titles';
import { definePieceRule, type Report } from './rule';

/** Lines that nobody meant as a heading but the site makes one of (docs/newsletter.md#accidental-headings). */
export default definePieceRule({
  id: 'accidental-heading',
  summary: 'Text that turns into a heading on the site',
  why: 'A `#` at the start of a line makes an H1 even without a space after it, and a line above `---` an H2: issue 538 went out with half a sentence in the largest letters.',
  severity: 'error',
  fix: 'never',
  tags: ['changesSite'],
  examples: [
    {
      title: 'a number at the start of a line',
      bad: 'Most of it comes from two pull requests,\n#1234, which undoes a regression, and #1235.\n',
      found: ['2:1-45: The # at the start of this line makes it a heading on the site'],
      fixes: ['Escape the #'],
      good: 'Most of it comes from two pull requests,\n\\#1234, which undoes a regression, and #1235.\n',
    },
    {
      title: 'a rule right below text',
      bad: 'The end of a report.\n---\n',
      found: ['1:1-2:4: Without a blank line above it, --- makes a heading of the line before'],
      fixes: ['Insert a blank line'],
      good: 'The end of a report.\n\n---\n',
    },
  ],
  check(piece, report) {
    for (const finding of [...hashes(piece), ...underlined(piece)]) report(finding);
  },
});

function hashes(piece: Piece): Report[] {
  const { source } = piece;
  const found: Report[] = [];
  for (const { level, setext, start, end, content } of piece.headings) {
    if (level > 1 || setext || content.start === content.end) continue;
    const isGlued = content.start === start + 1;
    const text = source.text.slice(content.start, end);
    if (specOfTitle(piece.profile, text)) continue;
    // An event line that lost its bullet to a # is an item, see `list-item-bullet-missing`.
    if (/^\d{4}-\d\d-\d\d(?: - \d{4}-\d\d-\d\d)?[ \t]*\|/.test(text)) continue;
    // With a blank it may be meant: a word of the editors above all sections. Within the project's part it came along
    // with a pasted report, like `# 2024-07-02 Triage Log` in issue 554.
    if (!isGlued && !(/^\d/.test(text) || piece.mainAt(start) === 'project')) continue;
    found.push({
      at: { start, end: content.start + text.trimEnd().length },
      message: 'The # at the start of this line makes it a heading on the site',
      fixes: [
        {
          title: 'Escape the #',
          preferred: isGlued,
          edits: () => [{ start, end: start, text: '\\' }],
        },
        ...(isGlued
          ? []
          : [
              {
                title: 'Delete the line',
                edits: () => [{ ...source.fullLine(source.lineNumberAt(start)), text: '' }],
              },
            ]),
      ],
    });
  }
  return found;
}

function underlined(piece: Piece): Report[] {
  const { source } = piece;
  const found: Report[] = [];
  for (const { setext, start, end } of piece.headings) {
    if (!setext) continue;
    const line = source.lineAt(end);
    const marks = source.slice(line).trimEnd();
    // `=======` is the middle of a merge conflict.
    if (!/^(?:-{3,}|={3,})$/.test(marks) || marks === '=======') continue;
    found.push({
      at: { start: source.lineAt(start).start, end: line.end },
      message: `Without a blank line above it, ${marks.slice(0, 3)} makes a heading of the line before`,
      fixes: [
        {
          title: 'Insert a blank line',
          preferred: true,
          edits: () => [{ start: line.start, end: line.start, text: '\n' }],
        },
      ],
    });
  }
  return found;
}
