import { EDITOR_NOTES } from '../newsletter/placeholders/specs';
import { lineText, removeBlock } from '../text/lines';
import { shortened } from '../text/shortened';
import type { Range } from '../text/sourceText';
import { collapsed } from '../text/whitespace';
import { definePieceRule } from './rule';

const NOTES = EDITOR_NOTES.map((note) => note.toLowerCase());
/** The first word of a note at the beginning of a line. */
const FIRST_WORD = new RegExp(
  `^[^\\S\\r\\n\\u2028\\u2029]*(?:(?:[*>]|#+|//)[ \\t]*)?(?:TODO|FIXME|${[...new Set(NOTES.map((note) => note.split(' ')[0]))].join('|')})`,
  'im',
);
/** What an editor left to be done: `# TODO`, `// TODO sort these`, `TODO: add the rest`. */
const TODO = /^(?:(?:#{1,6}|\/\/)[ \t]*(?:TODO|FIXME)(?![\w-])|(?:[*>][ \t]+)?(?:TODO|FIXME)(?::[ \t]|:?$))/;

/** Text that the template keeps in comments and that readers would now see. */
export default definePieceRule({
  id: 'editor-note-leaked',
  summary: 'A note for editors or authors in the text',
  why: 'The notice about the `call-for-testing` label belongs in a comment on GitHub, the commit message in git; issue 665 published one.',
  severity: 'error',
  fix: 'sometimes',
  examples: [
    {
      title: 'the commit message',
      bad: 'One.\n\nUpdate CFT, FCP, MCP and RFC sections for TWiR-640\n\nTwo.\n',
      found: [
        '3:1-51: This note for editors would be published: “Update CFT, FCP, MCP and RFC sections for TWiR-640”',
      ],
      fixes: ['Delete the note'],
      good: 'One.\n\nTwo.\n',
    },
    {
      title: 'something left to be done',
      bad: 'One.\n\n// TODO sort these\n\nTwo.\n',
      found: ['3:1-19: This note for editors would be published: “// TODO sort these”'],
      fixes: ['Delete the note'],
      good: 'One.\n\nTwo.\n',
    },
  ],
  check(piece, report) {
    const { source } = piece;
    if (!FIRST_WORD.test(source.text)) return;
    let open: Range | undefined;
    const close = () => {
      if (!open) return;
      const at = open;
      report({
        at,
        message: `This note for editors would be published: “${firstWords(source.slice(at))}”`,
        // What is to be done may have to be done first.
        fixes: [
          {
            title: 'Delete the note',
            ...(TODO.test(source.slice(at)) ? { preferred: true } : { all: true }),
            edits: () => [removeBlock(source, at)],
          },
        ],
      });
      open = undefined;
    };
    const first = source.lineNumberAt(piece.bodyStart);
    for (let n = first; n < source.lineCount; n += 1) {
      const at = lineText(source, n);
      if (
        at.start >= at.end ||
        piece.inComment(at.start) ||
        piece.inCode(at.start) ||
        !isNote(source.slice(at))
      ) {
        close();
        continue;
      }
      open = { start: open?.start ?? at.start, end: at.end };
    }
    close();
  },
});

/** Whether a line is to be done by an editor, or has the words of a note, whatever that was put into. */
function isNote(line: string): boolean {
  if (TODO.test(line)) return true;
  const text = collapsed(line.replace(/^[*>][ \t]+/, '')).toLowerCase();
  return NOTES.some((note) => text.startsWith(note));
}

function firstWords(text: string): string {
  const words = collapsed(text);
  return shortened(words, 60);
}
