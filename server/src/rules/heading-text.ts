import type { SectionSpec } from '../newsletter/eras/profiles';
import type { Issue } from '../newsletter/issue/issue';
import { headingRange, plainTitle, rightTitles } from '../newsletter/sections/bodies';
import { meantHeadings, specOfTitle } from '../newsletter/sections/meantHeadings';
import type { Section } from '../newsletter/sections/sections';
import type { Range } from '../text/sourceText';
import { defineRule, type Report } from './rule';

/** The right section under a slightly wrong name. */
export default defineRule({
  id: 'heading-text',
  summary: 'A known heading with other text than usual',
  why: 'Headings are anchors: links from elsewhere and from the table of contents break with every colon. Reviewers put them right by hand.',
  severity: 'warning',
  fix: 'sometimes',
  examples: [
    {
      title: 'a colon',
      bad: '## Upcoming Events\n\n### Oceania:\n',
      good: '## Upcoming Events\n\n### Oceania\n',
    },
    {
      title: 'text pasted into the heading',
      bad: '## Crate of the Weekn-rust/pulls\n',
      good: '## Crate of the Week\n',
    },
    {
      title: 'no blank behind the #',
      bad: '## Upcoming Events\n\n###Europe\n',
      good: '## Upcoming Events\n\n### Europe\n',
    },
  ],
  check({ issue, report }) {
    const glued = new Set<number>();
    for (const finding of gluedHeadings(issue)) {
      glued.add(finding.at.start);
      report(finding);
    }
    const meant = meantHeadings(issue);
    for (const section of issue.sections) {
      if (section.heading.setext || glued.has(section.start)) continue;
      const { spec } = section;
      if (spec) {
        const finding = otherText(issue, section, spec) ?? missingLink(issue, section, spec);
        if (finding) report(finding);
        continue;
      }
      const guess = meant.get(section);
      if (guess?.how !== 'damaged') continue;
      const title = plainTitle(guess.spec.title);
      report({
        at: headingRange(issue, section),
        message: `Expected "${title}", found "${section.heading.text}"`,
        fixes: [
          {
            title: `Set the heading to "${title}"`,
            all: true,
            edits: () => [{ ...contentRange(issue, section), text: guess.spec.title }],
          },
        ],
      });
    }
  },
});

/** `###Europe`: a heading on the site, plain text in most other places. */
function gluedHeadings(issue: Issue): Report[] {
  const { source } = issue;
  const found: Report[] = [];
  const pattern = /^(#{1,6})([^#\s][^\r\n]*)/gm;
  pattern.lastIndex = issue.frontMatter.bodyStart;
  for (let match = pattern.exec(source.text); match; match = pattern.exec(source.text)) {
    const start = match.index;
    if (issue.inComment(start) || issue.inCode(start)) continue;
    const level = match[1]!.length;
    // A single # before an unknown word is an accident, see `accidental-heading`.
    if (level === 1 && !specOfTitle(issue.profile, match[2]!)) continue;
    const at = start + level;
    found.push({
      at: { start, end: start + match[0].trimEnd().length },
      message: `Expected a blank behind ${match[1]}, found none`,
      fixes: [{ title: 'Insert the blank', all: true, edits: () => [{ start: at, end: at, text: ' ' }] }],
    });
  }
  return found;
}

/** Punctuation behind the title, another case, emphasis. */
function otherText(issue: Issue, section: Section, spec: SectionSpec): Report | undefined {
  const content = contentRange(issue, section);
  const source = issue.source.slice(content);
  const titles = rightTitles(spec).map(plainTitle);
  if (titles.includes(plainTitle(source)) && !isEmphasised(source, spec)) return undefined;
  const trimmed = source.replace(/[\s:;,.]+$/, '');
  const title = plainTitle(spec.title);
  const keeps = titles.includes(plainTitle(trimmed)) && !isEmphasised(trimmed, spec);
  return {
    at: headingRange(issue, section),
    message: keeps
      ? `Expected nothing behind "${plainTitle(trimmed)}", found "${source.slice(trimmed.length)}"`
      : `Expected "${title}", found "${plainTitle(source)}"`,
    fixes: [
      {
        title: `Set the heading to "${keeps ? plainTitle(trimmed) : title}"`,
        all: true,
        edits: () => [
          keeps
            ? { start: content.start + trimmed.length, end: content.end, text: '' }
            : { ...content, text: spec.title },
        ],
      },
    ],
  };
}

function isEmphasised(source: string, spec: SectionSpec): boolean {
  return /^[*_]/.test(source) && !/^[*_]/.test(spec.title);
}

/** Some headings link to a list on GitHub; without the link they still read right. */
function missingLink(issue: Issue, section: Section, spec: SectionSpec): Report | undefined {
  if (rightTitles(spec).some((title) => !title.includes(']('))) return undefined;
  const content = contentRange(issue, section);
  if (issue.source.slice(content).includes('[')) return undefined;
  return {
    at: headingRange(issue, section),
    severity: 'info',
    message: `Expected a link in the heading "${plainTitle(spec.title)}", found none`,
    fixes: [
      {
        title: 'Link the heading',
        preferred: true,
        edits: () => [{ ...content, text: spec.title }],
      },
    ],
  };
}

/** What stands behind the `#`s, without blanks and closing `#`s. */
function contentRange(issue: Issue, section: Section): Range {
  const { start, end } = headingRange(issue, section);
  const text = issue.source.text.slice(start, end);
  const from = start + /^#*[ \t]*/.exec(text)![0].length;
  const closing = /[ \t]+#+$/.exec(text)?.[0].length ?? 0;
  return { start: from, end: Math.max(from, end - closing) };
}
