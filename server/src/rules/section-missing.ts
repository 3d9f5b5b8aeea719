import { PLACEHOLDER_SECTIONS } from '../newsletter/eras/boilerplate';
import type { SectionSpec } from '../newsletter/eras/profiles';
import type { Issue } from '../newsletter/issue/issue';
import type { Piece } from '../newsletter/issue/piece';
import { paragraphs } from '../newsletter/sections/bodies';
import { firstWords, headingLine, sectionSkeleton } from '../newsletter/sections/skeletons';
import { plainTitle } from '../newsletter/sections/titles';
import { appendTo } from '../text/lists';
import type { Range } from '../text/sourceText';
import {
  defineIssueRule,
  type Fact,
  type Fix,
  type Fixes,
  type Frame,
  type FrameSection,
  type Place,
  type Placed,
} from './rule';

/** Headings that every issue of the era has. */
export default defineIssueRule({
  id: 'section-missing',
  goesBy: ['outline'],
  summary: 'A heading that every issue has is missing',
  why: 'Readers and tools find their way by the headings; a deleted one puts its items under the section before.',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'never',
  tags: ['open'],
  examples: [
    {
      title: 'the heading above the jobs is gone',
      bad: wholeIssue('## Upcoming Events\n\n'),
      found: ['32:1-20: The heading “Jobs” is missing before “Quote of the Week”'],
      fixes: ['Insert “Jobs”'],
      good: wholeIssue('## Upcoming Events\n\n## Jobs\n\n'),
    },
  ],
  facts: (piece) => [...placeholdersOf(piece), ...commentedHeadings(piece), ...openings(piece)],
  check(frame, facts: readonly Placed<Trace>[], report) {
    const { profile, sections } = frame;
    const missing = new Map(
      profile.sections
        .filter((spec) => spec.required && frame.sectionsOf(spec.key).length === 0)
        .map((spec) => [spec.key, spec]),
    );
    if (missing.size === 0) return;

    for (const { at: placeholder, placeholder: id } of facts) {
      const specs = (PLACEHOLDER_SECTIONS[id ?? ''] ?? []).flatMap((key) => missing.get(key) ?? []);
      if (!id || specs.length === 0) continue;
      for (const spec of specs) missing.delete(spec.key);
      report({
        at: placeholder,
        message: `${missingHeadings(specs)} here`,
        fixes: (issue, at) => [atPlaceholder(issue, at(placeholder), id, specs)],
      });
    }

    const main = profile.sections.filter((spec) => spec.parent === undefined);
    const lost = main.filter((spec) => missing.has(spec.key));
    if (lost.length * 2 > main.length) {
      report({
        at: sections[0]?.at ?? lastLine,
        message: `Most sections of an issue are missing: ${titles(lost)}`,
        fixes: insertion('Insert the missing sections', lost),
      });
      return;
    }
    for (const spec of missing.values()) {
      // With its parent missing as well, the parent's finding speaks for both.
      if (spec.parent && missing.has(spec.parent)) continue;
      const swallowed = facts.findLast(({ commented }) => commented === plainTitle(spec.title));
      if (swallowed) {
        report({
          at: swallowed.at,
          message: `The heading “${plainTitle(spec.title)}” is inside a comment`,
        });
        continue;
      }
      const opening = facts.find(({ opens }) => opens?.includes(spec.key));
      if (opening) {
        report({
          at: opening.at,
          message: `The heading “${plainTitle(spec.title)}” is missing above this text`,
          fixes: (issue, at) => [aboveText(issue, at(opening.at), spec)],
        });
        continue;
      }
      const next = follower(frame, spec);
      const nested = profile.sections.filter((child) => child.parent === spec.key && missing.has(child.key));
      report({
        at: next ? next.section.at : lastLine,
        message: `${missingHeadings([spec, ...nested])} ${next ? `before “${next.title}”` : 'at the end'}`,
        fixes: insertion(`Insert “${plainTitle(spec.title)}”`, [spec]),
      });
    }

    /** Sections with those inside them that are missing as well, each before the one that it belongs before. */
    function insertion(title: string, specs: readonly SectionSpec[]): Fixes<Place> {
      return (issue, at) => {
        const edits = () => {
          const nested = new Set([...missing.values()].map(({ parent }) => parent));
          const texts = new Map<number, string[]>();
          for (const spec of specs) {
            const next = follower(frame, spec);
            const start = next ? at(next.section.at).start : issue.footer;
            appendTo(texts, start, `${sectionSkeleton(profile, spec, nested.has(spec.key))}\n\n`);
          }
          return [...texts].map(([start, skeletons]) => ({
            start,
            end: start,
            text: `${lineBreakBefore(issue, start)}${skeletons.join('')}`,
          }));
        };
        return [{ title, edits }];
      };
    }
  },
});

/** What tells of a heading that is not there: one of these. */
interface Trace extends Fact {
  /** Id of a placeholder. */
  readonly placeholder?: string;
  /** Title of a heading inside a comment. */
  readonly commented?: string;
  /** Keys of the sections that a paragraph usually opens. */
  readonly opens?: readonly string[];
}

function placeholdersOf(piece: Piece): Trace[] {
  return piece.placeholders
    .filter(({ spec }) => PLACEHOLDER_SECTIONS[spec.id])
    .map(({ start, end, spec }) => ({ at: { start, end }, placeholder: spec.id }));
}

/** Headings that an unfinished comment swallows, as one of the template of 2023 did. */
function commentedHeadings({ comments, source }: Piece): Trace[] {
  // What is in a comment has no tree.
  return comments.flatMap((comment) =>
    [...source.slice(comment).matchAll(/^#{1,6}[ \t]+(\S[^\r\n]*)/gm)].map((match) => {
      const start = comment.start + match.index;
      return {
        at: { start, end: start + match[0].trimEnd().length },
        commented: plainTitle(match[1]!),
      };
    }),
  );
}

function openings(piece: Piece): Trace[] {
  const { profile, source } = piece;
  const found = paragraphs(piece);
  if (found.length === 0) return [];
  const words = profile.sections.flatMap((spec) =>
    spec.required ? firstWords(profile, spec).map((first) => ({ key: spec.key, first })) : [],
  );
  return found.flatMap(({ start, text }): Trace[] => {
    const opens = [...new Set(words.flatMap(({ key, first }) => (text.includes(first) ? key : [])))];
    return opens.length > 0 ? [{ at: { start, end: source.lineAt(start).end }, opens }] : [];
  });
}

/** The section before which a missing one belongs. */
function follower(
  { profile, sectionsOf }: Frame,
  spec: SectionSpec,
): { section: FrameSection; title: string } | undefined {
  for (const later of profile.sections.slice(profile.sections.indexOf(spec) + 1)) {
    const section = sectionsOf(later.key)[0];
    if (section) return { section, title: plainTitle(later.title) };
  }
  return undefined;
}

function atPlaceholder(
  { profile, source }: Issue,
  placeholder: Range,
  id: string,
  specs: readonly SectionSpec[],
): Fix {
  const title = specs.length === 1 ? `Insert “${plainTitle(specs[0]!.title)}”` : 'Insert the headings';
  // One that stands for headings gives way to them; one that stands under its heading stays.
  if (id === 'rfc-and-fcp')
    return {
      title,
      preferred: true,
      edits: () => [
        {
          start: placeholder.start,
          end: placeholder.end,
          text: specs.map((spec) => sectionSkeleton(profile, spec)).join('\n\n'),
        },
      ],
    };
  const start = source.lineAt(placeholder.start).start;
  return {
    title,
    preferred: true,
    edits: () => [{ start, end: start, text: specs.map((spec) => `${headingLine(spec)}\n\n`).join('') }],
  };
}

function aboveText(issue: Issue, paragraph: Range, spec: SectionSpec): Fix {
  const start = issue.source.lineAt(paragraph.start).start;
  return {
    title: `Insert the heading “${plainTitle(spec.title)}”`,
    preferred: true,
    edits: () => [
      { start, end: start, text: `${headingLine(spec)}\n${issue.profile.can.blankAfterHeading ? '\n' : ''}` },
    ],
  };
}

function lineBreakBefore(issue: Issue, offset: number): string {
  const { source } = issue;
  if (offset === 0) return '';
  const line = source.lineAt(offset);
  if (line.start < offset) return '\n\n';
  return source.lineText(line.number - 1).trim() === '' ? '' : '\n';
}

function lastLine(issue: Issue): Range {
  const { source } = issue;
  let n = source.lineNumberAt(issue.footer);
  while (n > 0 && source.lineText(n).trim() === '') n -= 1;
  const { start, end } = source.line(n);
  return { start, end };
}

function titles(specs: readonly SectionSpec[]): string {
  return specs.map((spec) => plainTitle(spec.title)).join(', ');
}

function missingHeadings(specs: readonly SectionSpec[]): string {
  const [first, ...others] = specs.map((spec) => `“${plainTitle(spec.title)}”`);
  if (others.length === 0) return `The heading ${first} is missing`;
  return `The headings ${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)} are missing`;
}

/** An issue of the current era with nothing in it, for the example. */
function wholeIssue(events: string): string {
  const front =
    'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n';
  const before = [
    '## Updates from Rust Community',
    '## Crate of the Week',
    '## Calls for Testing',
    '## Call for Participation; projects and speakers',
    '### CFP - Projects',
    '### CFP - Events',
    '## Updates from the Rust Project',
    '### Rust Compiler Performance Triage',
    '### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)',
    '### Final Comment Period',
    '#### Tracking Issues & PRs',
    '### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)',
  ];
  return `${front}${before.join('\n\n')}\n\n${events}# Quote of the Week\n`;
}
