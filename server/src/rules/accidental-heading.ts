import type { Piece } from '../newsletter/issue/piece';
import { specOfTitle } from '../newsletter/sections/meantHeadings';
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
  const pattern = /^#([ \t]*)([^#\s][^\r\n]*)/gm;
  pattern.lastIndex = piece.bodyStart;
  for (let match = pattern.exec(source.text); match; match = pattern.exec(source.text)) {
    const start = match.index;
    if (piece.inComment(start) || piece.inCode(start)) continue;
    const [, blank, text] = match as unknown as [string, string, string];
    if (specOfTitle(piece.profile, text)) continue;
    // An event line that lost its bullet to a # is an item, see `list-item-bullet-missing`.
    if (/^\d{4}-\d\d-\d\d(?: - \d{4}-\d\d-\d\d)?[ \t]*\|/.test(text)) continue;
    // With a blank it may be meant: a word of the editors above all sections. Within the project's part it came along
    // with a pasted report, like `# 2024-07-02 Triage Log` in issue 554.
    if (blank !== '' && !(/^\d/.test(text) || piece.mainAt(start) === 'project')) continue;
    found.push({
      at: { start, end: start + match[0].trimEnd().length },
      message: 'The # at the start of this line makes it a heading on the site',
      fixes: [
        {
          title: 'Escape the #',
          preferred: blank === '',
          edits: () => [{ start, end: start, text: '\\' }],
        },
        ...(blank === ''
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
  const pattern = /^(?:-{3,}|={3,})[ \t]*$/gm;
  pattern.lastIndex = piece.bodyStart;
  for (let match = pattern.exec(source.text); match; match = pattern.exec(source.text)) {
    const line = source.lineAt(match.index);
    // `=======` is the middle of a merge conflict.
    if (line.number === 0 || line.start !== match.index || /^={7}$/.test(match[0])) continue;
    const above = source.line(line.number - 1);
    const text = source.slice(above);
    if (text.trim() === '' || text.startsWith('#') || above.end < piece.bodyStart) continue;
    if (piece.inComment(line.start) || piece.inCode(line.start) || piece.inComment(above.start)) continue;
    found.push({
      at: { start: above.start, end: line.end },
      message: `Without a blank line above it, ${match[0].trim().slice(0, 3)} makes a heading of the line before`,
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
