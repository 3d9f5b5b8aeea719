import { CFT_LABEL_START } from '../newsletter/eras/boilerplate';
import type { Piece } from '../newsletter/issue/piece';
import { bodyOf, headingRange, paragraphs } from '../newsletter/sections/bodies';
import { plainTitle } from '../newsletter/sections/titles';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Placed } from './rule';

/** What an edit of the template forgot to take out, and every draft since has carried. */
export default defineIssueRule({
  id: 'template-residue',
  goesBy: ['sections'],
  summary: 'Leftovers of an older template under Calls for Testing',
  why: 'The template still has the headings `[RFCs]`, `[Rust]` and `[Rustup]` and a second copy of the paragraph about the label below the new text; 52 empty headings went out with issues.',
  severity: 'hint',
  releaseSeverity: 'error',
  fix: 'sometimes',
  tags: ['open'],
  examples: [
    {
      title: 'empty groups',
      bad: '## Calls for Testing\n*No calls for testing were issued this week.*\n\n### [Rust](https://github.com/rust-lang/rust/labels/call-for-testing)\n\n### [Rustup](https://github.com/rust-lang/rustup/labels/call-for-testing)\n\n## Jobs\n',
      found: ['4:1-6:74: The template left empty headings: Rust, Rustup'],
      fixes: ['Delete what the template left'],
      good: '## Calls for Testing\n*No calls for testing were issued this week.*\n\n## Jobs\n',
    },
  ],
  facts(piece) {
    const { source } = piece;
    const found = [...emptyGroups(piece), ...labels(piece)].sort((a, b) => a.at.start - b.at.start);
    return found.map((residue, n): Residue => {
      const isBlank = (start: number, end: number) => source.text.slice(start, end).trim() === '';
      return {
        ...residue,
        followsBlank: isBlank(found[n - 1]?.at.end ?? 0, residue.at.start),
        endsBlank: isBlank(residue.at.end, found[n + 1]?.at.start ?? source.text.length),
      };
    });
  },
  check({ profile, options }, facts: readonly Placed<Residue>[], report) {
    // In p2 and p3 the groups are for the week's items, so only the editors know when they stay empty.
    const all = profile.can.emptyGroupsAreResidue || options.stage === 'release';
    const first = facts.find(({ name }) => name === undefined);
    const residues = facts.filter((fact) => fact !== first && !(fact.name && fact.section?.hasChildren));
    for (const run of joined(residues, facts)) {
      const names = run.flatMap(({ name }) => name ?? []);
      const label = run.some(({ name }) => name === undefined);
      report({
        at: { from: run[0]!.at, to: run.at(-1)!.at },
        message:
          names.length === 0
            ? 'The paragraph about the label appears above already'
            : `The template left ${names.length > 1 ? 'empty headings' : 'an empty heading'}: ${names.join(', ')}`,
        related: label && first ? [{ at: first.at, message: 'The first one' }] : [],
        unnecessary: true,
        fixes: (_, at) => [
          {
            title: names.length === 0 ? 'Delete the paragraph' : 'Delete what the template left',
            all,
            edits: () => run.map(({ places }) => ({ ...at(places.whole), text: '' })),
          },
        ],
      });
    }
  },
});

/** An empty heading, or a paragraph about the label. `whole` has the blank lines after it. */
interface Residue extends Fact {
  /** Of a heading. */
  readonly name?: string;
  /** Whether nothing but blank lines stands above it up to the one before it, or to the beginning of the piece. */
  readonly followsBlank: boolean;
  readonly endsBlank: boolean;
  readonly places: { readonly whole: Range };
}

type Found = Pick<Residue, 'at' | 'name' | 'places'>;

function emptyGroups(piece: Piece): Found[] {
  return piece.sections.flatMap((section): Found[] => {
    if (section.spec?.parent !== 'cft') return [];
    const { lines, hasPlaceholder } = bodyOf(piece, section);
    const label = lines[0] && piece.source.slice(lines[0]).startsWith(CFT_LABEL_START);
    if (hasPlaceholder || (lines.length > 0 && !label)) return [];
    const comment = piece.comments.find(({ start }) => start >= section.start && start < section.body.end);
    const end = Math.min(lines[0]?.start ?? section.body.end, comment?.start ?? section.body.end);
    return [
      {
        at: headingRange(piece, section),
        name: plainTitle(section.heading.text),
        places: { whole: { start: section.start, end } },
      },
    ];
  });
}

function labels(piece: Piece): Found[] {
  const { source } = piece;
  return paragraphs(piece)
    .filter(({ text }) => text.startsWith(CFT_LABEL_START))
    .map(({ start, end }) => {
      let next = source.lineNumberAt(end) + 1;
      while (next < source.lineCount && source.lineText(next).trim() === '') next += 1;
      const wholeEnd = next < source.lineCount ? source.line(next).start : source.text.length;
      return {
        at: { start, end },
        places: { whole: { start: source.lineAt(start).start, end: wholeEnd } },
      };
    });
}

/** Residues with nothing but blank lines between them, together: they are one slip of the template. */
function joined(residues: readonly Placed<Residue>[], all: readonly Placed<Residue>[]): Placed<Residue>[][] {
  const runs: Placed<Residue>[][] = [];
  for (const residue of residues) {
    const last = runs.at(-1)?.at(-1);
    const apart = (residue.section?.index ?? -1) - (last?.section?.index ?? -1) > 1;
    const isNext = last !== undefined && all.indexOf(residue) === all.indexOf(last) + 1;
    if (isNext && !apart && last.endsBlank && residue.followsBlank) runs.at(-1)!.push(residue);
    else runs.push([residue]);
  }
  return runs;
}
