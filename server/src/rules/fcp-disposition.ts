import type { Item } from '../newsletter/issue/items';
import type { Piece } from '../newsletter/issue/piece';
import type { Range } from '../text/sourceText';
import { nearlySame } from '../text/words';
import { definePieceRule, type Fix, type Report } from './rule';

const VALUES = ['merge', 'close', 'postpone', 'unspecified'] as const;
/** `[disposition: merge] [Title](…)` with whatever people made of it. */
const DISPOSITION = /^[[(]?[ \t]*([A-Za-z]{6,16})(?:[ \t]*[:-])?[ \t]*([^[\]\r\n]*?)[ \t]*[\])]?(?=[ \t]*\[)/;
/** From issue 581 on only what is not to be merged is marked: all 6 items of that issue, 270 of 270 in p3. */
const ONLY_EXCEPTIONS_SINCE = '2025-01-08';

// biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's tab stops
const DISPOSITIONS = '[disposition: ${1|merge,close,postpone|}] ';

/** What the team means to do with an item in its final comment period. */
export default definePieceRule({
  id: 'fcp-disposition',
  in: ['fcp'],
  summary: 'An item in its final comment period has a wrong disposition',
  why: 'Readers want to know what is about to happen. Merging is the rule and has gone without saying since 2025.',
  severity: 'info',
  fix: 'never',
  yieldsTo: ['placeholder-unfilled', 'placeholder-link', 'link-empty'],
  examples: [
    {
      title: 'merging goes without saying',
      bad: '### Final Comment Period\n\n#### Tracking Issues & PRs\n##### [Cargo](https://github.com/rust-lang/cargo/issues)\n* [disposition: merge] [An item](https://github.com/rust-lang/cargo/pull/1)\n',
      found: ['5:3-23: “merge” goes without saying: only other dispositions are named'],
      fixes: ['Remove the disposition'],
      good: '### Final Comment Period\n\n#### Tracking Issues & PRs\n##### [Cargo](https://github.com/rust-lang/cargo/issues)\n* [An item](https://github.com/rust-lang/cargo/pull/1)\n',
    },
    {
      title: 'an unknown word',
      bad: '### Final Comment Period\n\n#### Tracking Issues & PRs\n##### [Cargo](https://github.com/rust-lang/cargo/issues)\n* [disposition: clsoe] [An item](https://github.com/rust-lang/cargo/pull/1)\n',
      found: ['5:3-23: The disposition is written “[disposition: close]”'],
      fixes: ['Write “[disposition: close]”'],
      good: '### Final Comment Period\n\n#### Tracking Issues & PRs\n##### [Cargo](https://github.com/rust-lang/cargo/issues)\n* [disposition: close] [An item](https://github.com/rust-lang/cargo/pull/1)\n',
    },
  ],
  check(piece, report) {
    const exceptions = piece.date === undefined || piece.date >= ONLY_EXCEPTIONS_SINCE;
    for (const section of piece.areas) {
      if (!section.spec?.key.startsWith('fcp')) continue;
      for (const item of section.items) {
        const found = check(piece, item, exceptions);
        if (found) report({ ...found, within: item.content });
      }
    }
  },
});

function check(piece: Piece, item: Item, exceptions: boolean): Report | undefined {
  const text = piece.source.slice(item.content);
  const match = DISPOSITION.exec(text);
  if (!match || !nearlySame(match[1]!.toLowerCase(), 'disposition', 3)) {
    const link = item.links[0];
    // A merged pull request of RFCs, or one without any link, is not for us to judge.
    if (exceptions || !link || item.markers.length > 0 || link.start !== item.content.start) return undefined;
    const at = { start: link.start, end: link.end };
    return {
      at,
      message: 'The disposition is missing before the link, for example “[disposition: merge]”',
      fixes: [
        {
          title: 'Add the disposition',
          snippet: true,
          edits: () => [{ start: at.start, end: at.start, text: DISPOSITIONS }],
        },
      ],
    };
  }
  const { start } = item.content;
  const at = { start, end: start + match[0].length };
  const value = match[2]!
    .replace(/\\?[<>()]/g, '')
    .trim()
    .toLowerCase();
  if (value === 'merge' && exceptions) {
    const end = at.end + /^[ \t]*/.exec(text.slice(match[0].length))![0].length;
    return {
      at,
      message: '“merge” goes without saying: only other dispositions are named',
      fixes: [{ title: 'Remove the disposition', preferred: true, edits: () => [{ start, end, text: '' }] }],
    };
  }
  const meant =
    VALUES.find((known) => known === value) ??
    (value === 'not specified' ? 'unspecified' : VALUES.find((known) => nearlySame(known, value, 2)));
  const right = meant && `[disposition: ${meant}]`;
  const glued = text[match[0].length] === '[';
  if (right === match[0] && !glued) return undefined;
  return {
    at,
    message: right
      ? `The disposition is written “${right}”`
      : `“${match[2]!.trim()}” is not a disposition: use ${VALUES.slice(0, -1).join(', ')} or ${VALUES.at(-1)}`,
    fixes: right
      ? [replace(at, glued ? `${right} ` : right)]
      : VALUES.slice(exceptions ? 1 : 0).map((word) => replace(at, `[disposition: ${word}]`)),
  };
}

function replace(at: Range, text: string): Fix {
  return { title: `Write “${text}”`, edits: () => [{ start: at.start, end: at.end, text }] };
}
