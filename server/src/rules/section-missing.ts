import { PLACEHOLDER_SECTIONS } from '../newsletter/eras/boilerplate';
import type { Profile, SectionSpec } from '../newsletter/eras/profiles';
import type { Issue } from '../newsletter/issue/issue';
import type { Placeholder } from '../newsletter/placeholders/placeholders';
import {
  footerStart,
  headingRange,
  type Paragraph,
  paragraphs,
  plainTitle,
} from '../newsletter/sections/bodies';
import { meantSections } from '../newsletter/sections/meantHeadings';
import { firstWords, headingLine, sectionSkeleton } from '../newsletter/sections/skeletons';
import type { Range } from '../text/sourceText';
import { defineRule, type Fix } from './rule';

/** Headings that every issue of the era has. */
export default defineRule({
  id: 'section-missing',
  summary: 'A heading that every issue has is missing',
  why: 'Readers and tools find their way by the headings; a deleted one puts its items under the section before.',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'the heading above the jobs is gone',
      bad: wholeIssue('## Upcoming Events\n\n'),
      good: wholeIssue('## Upcoming Events\n\n## Jobs\n\n'),
    },
  ],
  check({ issue, report }) {
    // A piece of an issue, as in a snippet, lacks nothing.
    if (issue.frontMatter.fields.length === 0) return;
    const { profile, source } = issue;
    const meant = new Set([...meantSections(issue).values()].map((spec) => spec.key));
    const missing = new Map(
      profile.sections
        .filter((spec) => spec.required && issue.sectionsOf(spec.key).length === 0 && !meant.has(spec.key))
        .map((spec) => [spec.key, spec]),
    );
    if (missing.size === 0) return;

    for (const placeholder of issue.placeholders) {
      const specs = (PLACEHOLDER_SECTIONS[placeholder.spec.id] ?? []).flatMap(
        (key) => missing.get(key) ?? [],
      );
      if (specs.length === 0) continue;
      for (const spec of specs) missing.delete(spec.key);
      report({
        at: { start: placeholder.start, end: placeholder.end },
        message: `Expected ${headings(specs)} here, found a placeholder`,
        fixes: [atPlaceholder(issue, placeholder, specs)],
      });
    }

    const main = profile.sections.filter((spec) => spec.parent === undefined);
    const lost = main.filter((spec) => missing.has(spec.key));
    if (lost.length * 2 > main.length) {
      const first = issue.sections[0];
      report({
        at: first ? headingRange(issue, first) : lastLine(issue),
        message: `Expected the sections of an issue, found no ${titles(lost)}`,
      });
      return;
    }
    const hidden = commentedHeadings(issue);
    const texts = paragraphs(issue);
    for (const spec of missing.values()) {
      // With its parent missing as well, the parent's finding speaks for both.
      if (spec.parent && missing.has(spec.parent)) continue;
      const swallowed = hidden.get(plainTitle(spec.title));
      if (swallowed) {
        report({
          at: swallowed,
          message: `Expected the heading "${plainTitle(spec.title)}", found it inside a comment`,
        });
        continue;
      }
      const words = firstWords(profile, spec);
      const paragraph = texts.find(({ text }) => words.some((start) => text.includes(start)));
      if (paragraph) {
        report({
          at: { start: paragraph.start, end: source.lineAt(paragraph.start).end },
          message: `Expected the heading "${plainTitle(spec.title)}" above this text, found none`,
          fixes: [aboveText(issue, paragraph, spec)],
        });
        continue;
      }
      const next = follower(issue, profile, spec);
      const nested = profile.sections.filter((child) => child.parent === spec.key && missing.has(child.key));
      const insertAt = next?.start ?? footerStart(issue);
      report({
        at: next ? next.at : lastLine(issue),
        message: `Expected ${headings([spec, ...nested])}${next ? ` before "${next.title}"` : ' at the end'}, found none`,
        fixes: [
          {
            title: `Insert "${plainTitle(spec.title)}"`,
            edits: () => {
              const skeleton = sectionSkeleton(profile, spec, nested.length > 0);
              return [
                {
                  start: insertAt,
                  end: insertAt,
                  text: `${lineBreakBefore(issue, insertAt)}${skeleton}\n\n`,
                },
              ];
            },
          },
        ],
      });
    }
  },
});

/** Headings that an unfinished comment swallows, as one of the template of 2023 did; by their title. */
function commentedHeadings(issue: Issue): ReadonlyMap<string, Range> {
  const found = new Map<string, Range>();
  for (const comment of issue.comments) {
    for (const match of issue.source.slice(comment).matchAll(/^#{1,6}[ \t]+(\S[^\r\n]*)/gm)) {
      const start = comment.start + match.index;
      found.set(plainTitle(match[1]!), { start, end: start + match[0].trimEnd().length });
    }
  }
  return found;
}

/** The section before which a missing one belongs. */
function follower(
  issue: Issue,
  profile: Profile,
  spec: SectionSpec,
): { start: number; at: Range; title: string } | undefined {
  for (const later of profile.sections.slice(profile.sections.indexOf(spec) + 1)) {
    const section = issue.sectionsOf(later.key)[0];
    if (section)
      return { start: section.start, at: headingRange(issue, section), title: plainTitle(later.title) };
  }
  return undefined;
}

function atPlaceholder(issue: Issue, placeholder: Placeholder, specs: readonly SectionSpec[]): Fix {
  const { profile, source } = issue;
  const title = specs.length === 1 ? `Insert "${plainTitle(specs[0]!.title)}"` : 'Insert the headings';
  // One that stands for headings gives way to them; one that stands under its heading stays.
  if (placeholder.spec.id === 'rfc-and-fcp')
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

function aboveText(issue: Issue, paragraph: Paragraph, spec: SectionSpec): Fix {
  const start = issue.source.lineAt(paragraph.start).start;
  return {
    title: `Insert the heading "${plainTitle(spec.title)}"`,
    preferred: true,
    edits: () => [
      { start, end: start, text: `${headingLine(spec)}\n${issue.profile.blankAfterHeading ? '\n' : ''}` },
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
  let n = source.lineNumberAt(footerStart(issue));
  while (n > 0 && source.lineText(n).trim() === '') n -= 1;
  const { start, end } = source.line(n);
  return { start, end };
}

function titles(specs: readonly SectionSpec[]): string {
  return specs.map((spec) => plainTitle(spec.title)).join(', ');
}

function headings(specs: readonly SectionSpec[]): string {
  if (specs.length === 1) return `the heading "${plainTitle(specs[0]!.title)}"`;
  return `the headings ${titles(specs)}`;
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
