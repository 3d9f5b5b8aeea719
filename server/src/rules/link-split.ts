import { definePieceRule } from './rule';

export default definePieceRule({
  id: 'link-split',
  summary: 'A link across two lines',
  why: 'Entries are one line each: the newsletter’s tools read them so, and a break within the brackets ends the link on some pages.',
  severity: 'warning',
  fix: 'never',
  tags: ['url', 'organiser-url'],
  examples: [
    {
      title: 'a title with a break',
      bad: '* [A post about\nsomething](https://example.com/a)\n',
      found: ['1:3-2:34: There is a line break in this link'],
      fixes: ['Join the lines'],
      good: '* [A post about something](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.source;
    for (const { head, pairs } of piece.brackets) {
      for (const pair of pairs) {
        const until = pair.target?.end ?? pair.end;
        const split = /[\r\n]/.test(text.slice(pair.start, until));
        const gap = pair.target
          ? ''
          : (/^[ \t]*(?:\r\n|\r|\n)[ \t]*(?=\(https?:)/.exec(text.slice(pair.end, pair.end + 60))?.[0] ?? '');
        if (!gap && !(split && pair.target)) continue;
        // Long paragraphs are wrapped where they happen to be, links included.
        if (head.kind !== 'item' && !gap && head.first !== pair.start) continue;
        report({
          at: { start: pair.start, end: until },
          message: 'There is a line break in this link',
          fixes: [
            {
              title: 'Join the lines',
              preferred: true,
              edits: () => [
                ...breaksIn(text, pair.start, pair.end),
                ...(pair.target
                  ? breaksIn(text, pair.target.start, until).map((edit) => ({ ...edit, text: '' }))
                  : []),
                ...(gap ? [{ start: pair.end, end: pair.end + gap.length, text: '' }] : []),
              ],
            },
          ],
        });
      }
    }
  },
});

function breaksIn(text: string, start: number, end: number) {
  return [...text.slice(start, end).matchAll(/[ \t]*[\r\n]+[ \t]*/g)].map((match) => {
    const from = start + match.index;
    const to = from + match[0].length;
    const edge = from === start + 1 || to === end - 1;
    return { start: from, end: to, text: edge ? '' : ' ' };
  });
}
