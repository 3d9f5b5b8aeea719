import { isFilled } from '../newsletter/issue/contents';
import type { Issue } from '../newsletter/issue/issue';
import { bodyOf, headingRange, plainTitle } from '../newsletter/sections/bodies';
import type { Section } from '../newsletter/sections/sections';
import { defineRule, type Fix } from './rule';

/** Fresh drafts have every heading; those that stay empty are taken out before the issue goes out. */
export default defineRule({
  id: 'empty-section',
  summary: 'A heading with nothing under it',
  why: 'The template brings a heading for every kind of news; the editors remove the empty ones from each issue before it is published.',
  severity: 'info',
  releaseSeverity: 'error',
  fix: 'sometimes',
  examples: [
    {
      title: 'no research this week',
      bad: '## Updates from Rust Community\n\n### Research\n\n### Miscellaneous\n* [A post](https://example.com/a)\n',
      good: '## Updates from Rust Community\n\n### Miscellaneous\n* [A post](https://example.com/a)\n',
    },
  ],
  check({ issue, options, report }) {
    for (const [index, section] of issue.sections.entries()) {
      if (isUnanswered(issue, section)) {
        report({
          at: headingRange(issue, section),
          message: `Expected calls or the sentence that there are none under "${plainTitle(section.heading.text)}"`,
        });
        continue;
      }
      if (!isEmpty(issue, section, issue.sections[index + 1])) continue;
      const required = section.spec?.required === true;
      report({
        at: headingRange(issue, section),
        message: `Expected something under "${plainTitle(section.heading.text)}", found nothing`,
        unnecessary: !required,
        fixes: required ? [] : [remove(issue, section, options.stage === 'release')],
      });
    }
  },
});

/** A call for participation with nothing but its fixed text. */
function isUnanswered(issue: Issue, { spec, body }: Section): boolean {
  if (spec?.parent !== 'cfp' || isFilled(issue, spec.key)) return false;
  return body.end > body.start && !issue.placeholders.some(({ section }) => section?.spec?.key === spec.key);
}

function isEmpty(issue: Issue, section: Section, next: Section | undefined): boolean {
  // Empty groups of Calls for Testing are the template's, see `template-residue`.
  if (section.heading.setext || section.heading.text === '' || section.spec?.parent === 'cft') return false;
  if (section.children.length > 0) return false;
  // A heading at a wrong level (`# Oceania`) and an accidental one (`# 2025-07-23 | ..`) end a section that has content.
  if (
    next &&
    (next.spec ? next.spec.parent === section.spec?.key && next.spec.parent : next.heading.level === 1)
  )
    return false;
  const body = bodyOf(issue, section);
  return body.lines.length === 0 && !body.hasPlaceholder;
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
