import { definePieceRule } from './rule';

/** All that is no `Char` of XML 1.0 (production 2); halves of a pair count alone only. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /(?:[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])+/g;
/** Any of them, and halves that are in pairs: looked for first, one character at a time. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
/** Those that some program made of a line end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPACE = /[\u000b\u000c]/;

/** One such character anywhere in an issue, and no reader of feeds opens the site's any more. */
export default definePieceRule({
  id: 'character-forbidden',
  summary: 'A character that XML forbids',
  why: 'The site’s feeds are XML. With one such character in them no feed reader can read any issue.',
  severity: 'error',
  fix: 'always',
  tags: ['title', 'organiser', 'repair'],
  inTemplate: true,
  inArchive: true,
  examples: [
    {
      title: 'a backspace in a title',
      bad: '* [A\u0008 post](https://example.com/a)\n',
      found: ['1:5-6: U+0008 is not allowed in XML and would break the site’s feeds'],
      fixes: ['Remove it'],
      good: '* [A post](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.source;
    if (!SUSPECT.test(text)) return;
    for (const match of text.matchAll(FORBIDDEN)) {
      const start = match.index;
      const end = start + match[0].length;
      const apart =
        SPACE.test(match[0]) && /\S/.test(text[start - 1] ?? ' ') && /\S/.test(text[end] ?? ' ') ? ' ' : '';
      report({
        at: { start, end },
        message: `${named(match[0])} not allowed in XML and would break the site’s feeds`,
        fixes: [
          {
            title: apart ? 'Replace it with a space' : 'Remove it',
            all: true,
            edits: () => [{ start, end, text: apart }],
          },
        ],
      });
    }
  },
});

/** By code: there is nothing to see. */
function named(run: string): string {
  const codes = new Set(
    run.split('').map((unit) => `U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`),
  );
  return `${[...codes].join(', ')} ${codes.size > 1 ? 'are' : 'is'}`;
}
