import { describe, expect, it } from 'vitest';
import { reachesFar } from '../../server/src/markdown/farReaching';

/** Puts `what` in the place of `|` and of what stands up to the next `|`. */
function reaches(marked: string, what: string): boolean {
  const [above = '', gone = '', below] = marked.split('|');
  const before = below === undefined ? above + gone : above + gone + below;
  const after = below === undefined ? above + what + gone : above + what + below;
  const end = above.length + (below === undefined ? 0 : gone.length);
  return reachesFar(before, after, { start: above.length, end, newEnd: above.length + what.length });
}

describe('an edit that may reach over headings', () => {
  it.each([
    ['opens a fence', 'a\n|\nb', '```'],
    ['stands beside a fence', '```\n|a\nb', 'x'],
    ['is in a tag', 'a\n<di|>\nb', 'v'],
    ['opens a comment', 'a\n|b\nc', '<!--'],
    ['completes what opens one', 'a\n<!|-\nb', '-'],
    ['closes one', '<!-- a\nb|\nc', '-->'],
    ['takes its end away', '<!-- a\nb |-->|\nc', ''],
    ['moves its beginning from the margin', 'a\n|<!-- b -->\nc', 'x'],
    ['moves a tag from the margin', 'a\n|<div>\nb', 'x'],
    ['is in a tag that begins on the line above', 'a\n<div\nid=a|>', 'b'],
    ['makes a tag of what is none', 'a\nb <|.> c', 'i'],
    ['takes the last mark of its kind away', '<a\n# b\nc |>|d', ''],
    ['puts a line end beside it', '<!-- a\nb|\nc', '\n'],
  ])('%s', (_, marked, what) => {
    expect(reaches(marked, what)).toBe(true);
  });

  it.each([
    ['is plain text', 'a\nb|\nc', 'x'],
    ['is beside an address in angles', 'a\n<https://example.com>|\nc', 'x'],
    ['is in a comment', 'a\n<!-- b|\nc -->', 'x'],
    ['is behind one', 'a\n<!-- b --> c|\nd', 'x'],
    ['is on the line below one', 'a -->\nb|\nc', 'x'],
    ['is behind a tag', 'a\nb `c<d>` e|\nf', 'x'],
    ['is above or below one', '<small>a</small>\nb|\n<div>', 'x'],
    ['takes letters out of one', '<!-- a |b| c\n-->\nd', ''],
  ])('not when it %s', (_, marked, what) => {
    expect(reaches(marked, what)).toBe(false);
  });
});
