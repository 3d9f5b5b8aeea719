import { findMojibake } from '../text/mojibake';
import { holds } from '../text/sourceText';
import { definePieceRule } from './rule';

const ABOUT_ENCODINGS = /mojibake|encod|utf-?8|unicode|latin-?1|cp-?1252|windows-1252/i;

export default definePieceRule({
  id: 'mojibake',
  summary: 'Characters damaged by a wrong encoding',
  why: 'The text was saved as UTF-8 and read as something else, so readers see √© where é was meant.',
  severity: 'error',
  fix: 'sometimes',
  apart: true,
  tags: ['title'],
  inTemplate: true,
  inArchive: true,
  examples: [
    {
      title: 'read as Mac Roman',
      bad: '* 2026-03-05 | K√∏benhavn, DK | [Some Group](https://example.com/group)\n    * [**Caf√© ‚Äúch√©z nous‚Äù**](https://example.com/event)\n',
      found: [
        '1:17-19: This should be ø: a program read UTF-8 as Mac Roman',
        '2:13-15: This should be é: a program read UTF-8 as Mac Roman',
        '2:16-19: This should be “: a program read UTF-8 as Mac Roman',
        '2:21-23: This should be é: a program read UTF-8 as Mac Roman',
        '2:29-32: This should be ”: a program read UTF-8 as Mac Roman',
      ],
      fixes: ['Replace with ø', 'Replace with é', 'Replace with “', 'Replace with ”'],
      good: '* 2026-03-05 | København, DK | [Some Group](https://example.com/group)\n    * [**Café “chéz nous”**](https://example.com/event)\n',
    },
    {
      title: 'read as Windows-1252',
      bad: '* [CafÃ© â€“ a story](https://example.com/a)\n',
      found: [
        '1:7-9: This should be é: a program read UTF-8 as Windows-1252',
        '1:10-13: This should be –: a program read UTF-8 as Windows-1252',
      ],
      fixes: ['Replace with é', 'Replace with –'],
      good: '* [Café – a story](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    for (const { index } of piece.source.text.matchAll(/\ufffd+/g))
      report({
        at: { start: index, end: index + 1 },
        message: 'A program did not know the character that was here',
      });
    for (const { start, end, repaired, encoding } of findMojibake(piece.source.text)) {
      const edit = { start, end, text: repaired };
      // Code and a line on encodings may show it on purpose.
      const line = piece.source.lineText(piece.source.lineNumberAt(start));
      const sure = !holds(piece.code, start) && !ABOUT_ENCODINGS.test(line) && !line.includes(repaired);
      report({
        at: { start, end },
        message: `This should be ${repaired}: a program read UTF-8 as ${encoding}`,
        fixes: [
          {
            title: `Replace with ${repaired}`,
            ...(sure ? { all: true } : { preferred: true }),
            edits: () => [edit],
          },
        ],
      });
    }
  },
});
