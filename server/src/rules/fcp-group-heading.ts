import type { SectionSpec } from '../newsletter/eras/profiles';
import type { SiteLine } from '../newsletter/issue/lines';
import type { Piece } from '../newsletter/issue/piece';
import { within } from '../newsletter/issue/within';
import { isWithin } from '../newsletter/sections/sections';
import { plainTitle } from '../newsletter/sections/titles';
import { definePieceRule } from './rule';

/** The group's link copied from the template's none sentence, without its #s. */
export default definePieceRule({
  id: 'fcp-group-heading',
  in: ['fcp'],
  summary: 'The name of an FCP group as plain text',
  why: 'The groups of the Final Comment Period are headings; as a paragraph the name sticks to the list below, which then is no list on the site (#7213, #7269, #7353).',
  severity: 'error',
  fix: 'never',
  tags: ['changesSite'],
  examples: [
    {
      title: 'a group without its #s',
      bad: '### Final Comment Period\n\n#### Tracking Issues & PRs\n\n[Rust](https://github.com/rust-lang/rust/issues?q=is%3Aopen+label%3Afinal-comment-period+sort%3Aupdated-desc)\n* [An issue](https://example.com/1)\n',
      found: ['5:1-110: The group “Rust” is plain text; ##### makes it a heading'],
      fixes: ['Make it a heading'],
      good: '### Final Comment Period\n\n#### Tracking Issues & PRs\n\n##### [Rust](https://github.com/rust-lang/rust/issues?q=is%3Aopen+label%3Afinal-comment-period+sort%3Aupdated-desc)\n* [An issue](https://example.com/1)\n',
    },
  ],
  check(piece, report) {
    if (!piece.areas.some((section) => isWithin(section, 'fcp'))) return;
    const groups = piece.profile.sections.filter((spec) => spec.parent === 'fcp' && !spec.required);
    if (groups.length === 0) return;
    const { source } = piece;
    for (let n = 1; n < source.lineCount; n += 1) {
      const line = source.line(n);
      if (!isWithin(piece.sectionAt(line.start), 'fcp')) continue;
      const text = source.slice(line).trimEnd();
      // `[Group](..)`, perhaps with `[(MCPs only)](..)` and a comma after it.
      const links = within(piece.links, line);
      const [link, second] = links;
      if (link?.kind !== 'inline' || link.start !== line.start || links.length > 2) continue;
      if (second && source.text.slice(link.end, second.start) !== ' ') continue;
      const mark = text.slice((second ?? link).end - line.start);
      if (mark.length > 1 || (mark && !',.:'.includes(mark))) continue;
      const spec = groupOf(groups, source.slice(link.textRange), link.url);
      if (!spec || !startsParagraph(piece, n) || !itemsFollow(piece, n)) continue;
      const level = '#'.repeat(spec.level);
      report({
        at: { start: line.start, end: line.start + text.length },
        message: `The group “${plainTitle(spec.title)}” is plain text; ${level} makes it a heading`,
        fixes: [
          {
            title: 'Make it a heading',
            preferred: true,
            edits: () => [
              { start: line.start, end: line.start, text: `${level} ` },
              ...(mark
                ? [{ start: line.start + text.length - 1, end: line.start + text.length, text: '' }]
                : []),
            ],
          },
        ],
      });
    }
  },
});

function groupOf(groups: readonly SectionSpec[], name: string, url: string): SectionSpec | undefined {
  return groups.find(
    (spec) =>
      plainTitle(spec.title)
        .replace(/ \(.*$/, '')
        .toLowerCase() === name.trim().toLowerCase() || spec.title.includes(`](${url})`),
  );
}

/** What a paragraph may begin below. */
const STARTS: ReadonlySet<SiteLine['kind']> = new Set(['blank', 'heading', 'item', 'comment']);

/** Not the next line of a sentence: `No items entered Final Comment Period for` [groups]. */
function startsParagraph(piece: Piece, lineNumber: number): boolean {
  return STARTS.has(piece.lines[lineNumber - 1]!.kind);
}

function itemsFollow(piece: Piece, lineNumber: number): boolean {
  return piece.lines.find(({ number, kind }) => number > lineNumber && kind !== 'blank')?.kind === 'item';
}
