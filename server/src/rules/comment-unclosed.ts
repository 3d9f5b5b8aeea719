import type { Piece } from '../newsletter/issue/piece';
import type { Edit } from '../text/edits';
import { holds } from '../text/sourceText';
import { definePieceRule, type Report } from './rule';

export default definePieceRule({
  id: 'comment-unclosed',
  summary: 'A comment that does not end, or a `<!` that begins none',
  why: 'The site hides everything up to the next `-->`, and an unfinished `<!` has broken the feed (#7305).',
  severity: 'error',
  fix: 'never',
  inTemplate: true,
  examples: [
    {
      title: 'an end without dashes',
      bad: '<!-- Remove this section if empty>\n\n* [A post](https://example.com/a)\n',
      found: ['1:1-35: This comment is never closed: the rest of the issue is hidden'],
      fixes: ['Close the comment'],
      good: '<!-- Remove this section if empty-->\n\n* [A post](https://example.com/a)\n',
    },
    {
      title: 'dashes of another kind',
      bad: 'Text.\n\n<!~~ left out for now ~~>\n',
      found: ['3:1-26: A comment begins with <!--; anything else can break the page and the feed'],
      fixes: ['Make it a comment'],
      good: 'Text.\n\n<!-- left out for now -->\n',
    },
  ],
  check(piece, report) {
    const { source, comments, prose } = piece;
    for (const { start, end, text, closed } of comments) {
      // Another beginning inside tells that the first was never closed.
      const inner = text.indexOf('<!--');
      if (closed && (inner < 0 || isQuoted(text, inner))) continue;
      report({
        at: { start, end: Math.min(end, source.lineAt(start).end) },
        message: closed
          ? 'This comment is not closed before the next one begins'
          : 'This comment is never closed: the rest of the issue is hidden',
        related: closed
          ? [{ start: start + 4 + inner, end: start + 8 + inner, message: 'The next comment' }]
          : [],
        fixes: [{ title: 'Close the comment', preferred: true, edits: () => [closingEdit(piece, start)] }],
      });
    }
    for (let at = prose.text.indexOf('<!'); at >= 0; at = prose.text.indexOf('<!', at + 2)) {
      const found = declaration(piece, at);
      if (found) report(found);
    }
  },
});

/** A comment may show what a comment looks like: `<!-- write <!-- so --> -->` ends early, which is told elsewhere. */
function isQuoted(text: string, at: number): boolean {
  return text[at - 1] === '`';
}

/** At the end of the comment's first line; a `>` there was meant to be the end. */
function closingEdit({ source }: Piece, start: number): Edit {
  const line = source.lineAt(start);
  const text = source.text.slice(start, line.end).trimEnd();
  const end = start + text.length;
  const meant = /(?:--?|~+|–|—)?>$/.exec(text);
  return meant ? { start: end - meant[0].length, end, text: '-->' } : { start: end, end, text: ' -->' };
}

/** `<!` that is no comment: `<!- ..>`, `<!~~ .. ~~>`, `<!—`. In Rust code without backticks `<!` is a type. */
function declaration(piece: Piece, at: number): Report | undefined {
  const { source, prose, code } = piece;
  const line = source.lineAt(at);
  const before = source.text.slice(line.start, at);
  if (before.trim() !== '' || holds(code, at)) return undefined;
  const text = prose.text.slice(at, line.end).trimEnd();
  const opening = /^<![-~–—\s]*/.exec(text)![0];
  const closing = /[-~–—\s]*>$/.exec(text);
  return {
    at: { start: at, end: at + text.length },
    message: 'A comment begins with <!--; anything else can break the page and the feed',
    fixes: closing
      ? [
          {
            title: 'Make it a comment',
            preferred: true,
            edits: () => [
              { start: at, end: at + opening.length, text: '<!-- ' },
              { start: at + closing.index, end: at + text.length, text: ' -->' },
            ],
          },
        ]
      : [],
  };
}
