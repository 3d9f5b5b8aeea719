import { contentsByKey, contentsOf, isFilled, type SectionContents } from '../newsletter/issue/contents';
import type { Issue } from '../newsletter/issue/issue';
import { bodyOf } from '../newsletter/sections/bodies';
import type { Section } from '../newsletter/sections/sections';
import { plainTitle } from '../newsletter/sections/titles';
import { defineIssueRule, type Fact, type Fix, type FrameSection, type Placed } from './rule';

/** Fresh drafts have every heading; those that stay empty are taken out before the issue goes out. */
export default defineIssueRule({
  id: 'empty-section',
  goesBy: ['outline', 'sections'],
  summary: 'A heading with nothing under it',
  why: 'The template brings a heading for every kind of news; the editors remove the empty ones from each issue before it is published.',
  severity: 'hint',
  releaseSeverity: 'error',
  fix: 'sometimes',
  tags: ['open'],
  examples: [
    {
      title: 'no research this week',
      bad: '## Updates from Rust Community\n\n### Research\n\n### Miscellaneous\n* [A post](https://example.com/a)\n',
      found: ['3:1-13: There is nothing under “Research”'],
      fixes: ['Delete the heading'],
      good: '## Updates from Rust Community\n\n### Miscellaneous\n* [A post](https://example.com/a)\n',
    },
  ],
  facts(piece) {
    const contents = contentsOf(piece);
    return piece.areas.map((section, n): Contents => {
      const { lines, hasPlaceholder } = bodyOf(piece, section);
      return {
        at: { start: section.start, end: section.start },
        hasText: lines.length > 0,
        hasBody: section.body.end > section.body.start,
        hasPlaceholder,
        ...contents[n]!,
      };
    });
  },
  check({ sections, options }, facts: readonly Placed<Contents>[], report) {
    const contents = new Map<FrameSection, Placed<Contents>[]>();
    for (const fact of facts) {
      if (!fact.section) continue;
      const parts = contents.get(fact.section);
      if (parts) parts.push(fact);
      else contents.set(fact.section, [fact]);
    }
    const keyOf = ({ section }: Placed<Contents>) => section?.spec?.key;
    const byKey = contentsByKey(facts, keyOf);
    const isAnswered = (key: string) =>
      isFilled(key, byKey) || facts.some((part) => keyOf(part) === key && part.hasPlaceholder);
    for (const section of sections) {
      const parts = contents.get(section) ?? [];
      const { spec, at: heading, text } = section;
      // A call for participation with nothing but its fixed text.
      const isUnanswered =
        spec?.parent === 'cfp' && parts.some(({ hasBody }) => hasBody) && !isAnswered(spec.key);
      if (isUnanswered) {
        report({
          at: heading,
          message: `“${plainTitle(text)}” has neither calls nor the sentence that there are none`,
        });
        continue;
      }
      if (parts.some(({ hasText, hasPlaceholder }) => hasText || hasPlaceholder)) continue;
      if (!standsAlone(section, sections[section.index + 1])) continue;
      const required = spec?.required === true;
      report({
        at: heading,
        message: `There is nothing under “${plainTitle(text)}”`,
        fixes: required
          ? []
          : (issue) => [remove(issue, issue.sections[section.index]!, options.stage === 'release')],
      });
    }
  },
});

/** What a section, or its part in a piece, has. */
interface Contents extends Fact, SectionContents {
  /** Something that is no comment. */
  readonly hasText: boolean;
  readonly hasBody: boolean;
  readonly hasPlaceholder: boolean;
}

/** Whether a heading is one that should have something of its own below it. */
function standsAlone(section: FrameSection, next: FrameSection | undefined): boolean {
  // Empty groups of Calls for Testing are the template's, see `template-residue`.
  if (section.setext || section.text === '' || section.spec?.parent === 'cft') return false;
  if (section.hasChildren) return false;
  // A heading at a wrong level (`# Oceania`) and an accidental one (`# 2025-07-23 | ..`) end a section that has content.
  if (!next) return true;
  return next.spec ? !next.spec.parent || next.spec.parent !== section.spec?.key : next.level !== 1;
}

/** Comments that are no placeholders stay: they are somebody's. */
function remove(issue: Issue, section: Section, all: boolean): Fix {
  return {
    title: 'Delete the heading',
    all,
    edits: () => {
      const { source } = issue;
      const comment = issue.comments.find(({ start }) => start >= section.start && start < section.body.end);
      const { number } = source.lineAt(section.start);
      let next = number + 1;
      while (next < source.lineCount && source.lineText(next).trim() === '') next += 1;
      const last =
        next >= source.lineCount || (source.lineText(next) === '' && next === source.lineCount - 1);
      if (!last || comment) return [{ start: section.start, end: source.line(next).start, text: '' }];
      // At the end of the text the blank lines above go with it.
      let above = number;
      while (above > 0 && source.lineText(above - 1).trim() === '') above -= 1;
      return [{ start: source.line(above).start, end: source.text.length, text: '' }];
    },
  };
}
