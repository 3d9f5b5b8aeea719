import { holds, type Range } from '../text/sourceText';
import { definePieceRule } from './rule';

const OPEN = /^<a\b[^<>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))[^<>]*>$/i;
const CLOSE = /<\/a\s*>/i;
/** No title is longer. */
const LONGEST = 500;

const ENTITY = /&#?\w{2,5};(?!#?\w{2,5};)/g;
/** What pages write for signs that a title can have as they are. */
const SIGNS: readonly (readonly [names: string, sign: string])[] = [
  ['&amp; &#38; &#038; &#x26;', '&'],
  ['&#39; &#039; &#x27; &apos;', "'"],
  ['&quot; &#34; &#x22;', '"'],
  ['&nbsp; &#160;', ' '],
  ['&ndash; &#8211;', '–'],
  ['&mdash; &#8212;', '—'],
  ['&rsquo; &#8217;', '’'],
];

/** Links as HTML has them. The site shows them, the newsletter's tools do not see them. */
export default definePieceRule({
  id: 'link-html',
  summary: 'A link, or a sign in its title, is written in HTML',
  why: 'The checks of the newsletter look at Markdown links only, so nobody sees a duplicate or a wrong address.',
  severity: 'warning',
  fix: 'sometimes',
  tags: ['repair'],
  examples: [
    {
      title: 'a tag for a link',
      bad: '* <a href="https://example.com/a">A post</a>\n',
      found: ['1:3-45: This link is HTML; the newsletter writes [title](address)'],
      fixes: ['Write it in Markdown'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'a sign as HTML has it',
      bad: '* [Salt &amp; pepper](https://example.com/a)\n',
      found: ['1:9-14 info: “&amp;” is how HTML writes “&”'],
      fixes: ['Write “&”'],
      good: '* [Salt & pepper](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.source;
    for (const { textRange } of piece.links)
      for (const { 0: entity, index } of text.slice(textRange.start, textRange.end).matchAll(ENTITY)) {
        const at = { start: textRange.start + index, end: textRange.start + index + entity.length };
        const sign = SIGNS.find(([names]) => names.includes(entity))?.[1];
        if (sign === undefined || piece.inCode(at.start)) continue;
        report({
          at,
          severity: 'info',
          message: `“${entity}” is how HTML writes “${sign}”`,
          fixes: [{ title: `Write “${sign}”`, all: true, edits: () => [{ ...at, text: sign }] }],
        });
      }
    for (const tag of piece.html) {
      const open = OPEN.exec(text.slice(tag.start, tag.end));
      if (!open || holds(piece.code, tag.start)) continue;
      const url = open[1] ?? open[2] ?? open[3]!;
      const whole = upToClose(text, tag);
      const title = whole && text.slice(tag.end, whole.inner).trim();
      const plain = title !== undefined && title !== '' && !/[<>[\]\r\n]/.test(title);
      report({
        at: whole ?? tag,
        message: 'This link is HTML; the newsletter writes [title](address)',
        fixes:
          whole && plain && /^https?:\/\/[^\s()<>]+$/.test(url)
            ? [
                {
                  title: 'Write it in Markdown',
                  all: true,
                  edits: () => [{ start: whole.start, end: whole.end, text: `[${title}](${url})` }],
                },
              ]
            : [],
      });
    }
  },
});

/** From the tag up to its end. `inner` is where the closing tag begins. */
function upToClose(text: string, tag: Range): (Range & { readonly inner: number }) | undefined {
  const rest = /^[^\r\n]*/.exec(text.slice(tag.end, tag.end + LONGEST))![0];
  const close = CLOSE.exec(rest);
  if (!close) return undefined;
  const inner = tag.end + close.index;
  return { start: tag.start, end: inner + close[0].length, inner };
}
