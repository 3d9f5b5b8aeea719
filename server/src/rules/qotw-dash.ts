import { quotesOf } from '../newsletter/sections/quote';
import { definePieceRule } from './rule';

/** The source of the quote begins with an en dash. */
export default definePieceRule({
  id: 'qotw-dash',
  in: ['qotw'],
  summary: 'The source of the quote does not begin with an en dash',
  why: 'A hyphen makes a list item of the line; 112 of 113 quotes have the en dash “–”.',
  severity: 'warning',
  fix: 'always',
  tags: ['repair'],
  examples: [
    {
      title: 'a hyphen',
      bad: '# Quote of the Week\n\n> Quite so.\n\n- [A on B](https://example.com/a)\n',
      found: ['5:1-3: The source begins with an en dash “–”, not with “-”'],
      fixes: ['Write an en dash'],
      good: '# Quote of the Week\n\n> Quite so.\n\n– [A on B](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    for (const { attribution, dash } of quotesOf(piece)) {
      if (!attribution) continue;
      const found = piece.source.slice(dash);
      const blanks = /^[ \t]*/.exec(piece.source.text.slice(dash.end, attribution.end))![0];
      if (found === '–' && blanks === ' ') continue;
      // `[– name](..)`: the dash is inside the link.
      const inside = /^\[[ \t]*[–—-]+[ \t]*/.exec(piece.source.slice(attribution))?.[0].length ?? 0;
      const edit = {
        start: dash.start,
        end: dash.end + blanks.length + inside,
        text: inside > 0 ? '– [' : '– ',
      };
      report({
        at: edit.end > edit.start ? { start: edit.start, end: edit.end } : attribution,
        message:
          found === '–'
            ? 'There is one space after the dash'
            : found
              ? `The source begins with an en dash “–”, not with “${found}”`
              : 'The en dash “–” is missing before the source',
        fixes: [{ title: 'Write an en dash', all: true, edits: () => [edit] }],
      });
    }
  },
});
