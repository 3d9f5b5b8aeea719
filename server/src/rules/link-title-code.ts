import type { Link } from '../newsletter/issue/chunk';
import type { Piece } from '../newsletter/issue/piece';
import { isPull } from '../newsletter/links/pulls';
import type { Section } from '../newsletter/sections/sections';
import { bareCode } from '../newsletter/titles/code';
import type { Edit } from '../text/edits';
import type { Range } from '../text/sourceText';
import { definePieceRule } from './rule';

/** Each of so many fixes would have as many edits. */
const MOST = 200;

/** Titles of merged pull requests are copied from GitHub, where many come without backticks. */
export default definePieceRule({
  id: 'link-title-code',
  in: ['project'],
  summary: 'Code without backticks in the title of a merged pull request',
  why: 'The newsletter sets names, paths, calls and flags of these titles as code, by hand each week: of the names with an underscore published since 2024 none is bare.',
  severity: 'info',
  fix: 'always',
  tags: ['title'],
  examples: [
    {
      title: 'a name with an underscore and a path',
      bad: '## Updates from the Rust Project\n\n#### Library\n* [stabilize slow_clap in iter::Applause](https://github.com/rust-lang/rust/pull/1)\n',
      found: [
        '4:14-23: “slow_clap” is code: put it in backticks',
        '4:27-41: “iter::Applause” is code: put it in backticks',
      ],
      fixes: ['Put it in backticks', 'Put all code in these titles in backticks (2)'],
      good: '## Updates from the Rust Project\n\n#### Library\n* [stabilize `slow_clap` in `iter::Applause`](https://github.com/rust-lang/rust/pull/1)\n',
    },
    {
      title: 'flags, a macro and an attribute',
      bad: '## Updates from the Rust Project\n\n#### Cargo\n* [accept --quiet=very with -Zhush, println! and #[quiet(always)]](https://github.com/rust-lang/cargo/pull/2)\n',
      found: [
        '4:11-23: “--quiet=very” is code: put it in backticks',
        '4:29-35: “-Zhush” is code: put it in backticks',
        '4:37-45: “println!” is code: put it in backticks',
        '4:50-66: “#[quiet(always)]” is code: put it in backticks',
      ],
      fixes: ['Put it in backticks', 'Put all code in these titles in backticks (4)'],
      good: '## Updates from the Rust Project\n\n#### Cargo\n* [accept `--quiet=very` with `-Zhush`, `println!` and `#[quiet(always)]`](https://github.com/rust-lang/cargo/pull/2)\n',
    },
  ],
  check(piece, report) {
    const found = piece.links.filter((link) => isListed(piece, link)).flatMap((link) => codeIn(piece, link));
    for (const at of found) {
      // Of generics `html-unescaped` tells, and louder.
      const code = piece.source.slice(at);
      if (/<[A-Za-z/]/.test(code)) continue;
      report({
        at,
        message: `“${code}” is code: put it in backticks`,
        fixes: [
          { title: 'Put it in backticks', all: true, edits: () => inBackticks(at) },
          ...(found.length > 1 && found.length <= MOST
            ? [
                {
                  title: `Put all code in these titles in backticks (${found.length})`,
                  edits: () => found.flatMap(inBackticks),
                },
              ]
            : []),
        ],
      });
    }
  },
});

/** Whether a link is an item of the merged pull requests. */
function isListed(piece: Piece, { kind, start, url }: Link): boolean {
  return kind === 'inline' && isPull(url) && isMergedList(piece.sectionAt(start));
}

function isMergedList(section: Section | undefined): boolean {
  const key = section?.spec?.key;
  if (key !== undefined) return key === 'project' || key.startsWith('project/');
  // A group of the week, such as `#### Rustup`.
  return section?.parent?.spec?.key === 'project';
}

function codeIn({ prose }: Piece, { textRange }: Link): Range[] {
  const title = prose.text.slice(textRange.start, textRange.end);
  // A backtick that is left over would pair with ours, and what is between accents gets them: each has a rule of its own.
  if (/[`´]/.test(title)) return [];
  return bareCode(title).map(({ start, end }) => ({
    start: textRange.start + start,
    end: textRange.start + end,
  }));
}

const inBackticks = ({ start, end }: Range): Edit[] => [
  { start, end: start, text: '`' },
  { start: end, end, text: '`' },
];
