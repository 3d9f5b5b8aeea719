import { isFilled } from '../newsletter/issue/contents';
import type { Issue } from '../newsletter/issue/issue';
import { Fills } from '../newsletter/placeholders/fills';
import type { Placeholder } from '../newsletter/placeholders/placeholders';
import { TITLES_TO_FILL } from '../newsletter/placeholders/specs';
import { defineRule, type Report } from './rule';

/** How comments begin that offer something else than the comment above them. */
const CONTINUES = /^(?:or if |\* )/;

/** Comments of the template that are still to be replaced or deleted, and words of its samples left in links. */
export default defineRule({
  id: 'placeholder-unfilled',
  summary: "One of the template's placeholders is still there",
  why: 'Each placeholder marks something that is decided every week: left in place, its section has nothing to say.',
  severity: 'info',
  releaseSeverity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'no crate of the week yet',
      bad: '## Crate of the Week\n\n<!-- COTW goes here -->\n',
      good: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), an example.\n",
    },
    {
      title: 'a title that is still to be written',
      bad: '### Official\n* [TODO](https://example.com/a)\n',
      good: '### Official\n* [A post](https://example.com/a)\n',
    },
  ],
  check({ issue, options, archive, report }) {
    const fills = new Fills(issue, archive);
    const filled = new Map<string, boolean>();
    const release = options.stage === 'release';
    for (const placeholder of issue.placeholders) {
      if (placeholder.spec.form !== 'comment') continue;
      const key = sectionKey(placeholder);
      if (key && !filled.has(key)) filled.set(key, isFilled(issue, key));
      report(commentReport(issue, placeholder, key !== undefined && filled.get(key)!, release, fills));
    }
    for (const link of issue.links) {
      if (!TITLES_TO_FILL.has(link.text.trim().toLowerCase()) && link.url !== 'TODO') continue;
      report({
        at: link.url === 'TODO' ? link.urlRange : link.textRange,
        message:
          link.url === 'TODO'
            ? 'Expected an address, found “TODO”'
            : `Expected the title of the page, found “${link.text.trim()}”`,
      });
    }
  },
});

function commentReport(
  issue: Issue,
  placeholder: Placeholder,
  filled: boolean,
  release: boolean,
  fills: Fills,
): Report {
  const { start, end } = placeholder;
  const asked = issue.source.text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/^<!-- ?/, '');
  const words = asked.replace(/ ?-->$/, '');
  const shown = words.length > 50 ? `${words.slice(0, 49).trimEnd()}…` : words;
  if (filled) {
    // Nothing is missing any more, and readers don't see comments: 80 of 100 published issues have some.
    return {
      at: { start, end },
      message: `This comment of the template is no longer needed: “${shown}”`,
      ...(release ? {} : { severity: 'hint' as const }),
      unnecessary: true,
      fixes: [fills.deletion(placeholder)],
    };
  }
  return {
    at: { start, end },
    message: `Expected this placeholder to be replaced: “${shown}”`,
    // The comment above it asks already.
    ...(!release && CONTINUES.test(placeholder.spec.starts) ? { severity: 'hint' as const } : {}),
    fixes: fills.of(placeholder),
  };
}

/** The section whose contents decide whether the placeholder has been filled. */
function sectionKey({ spec, section }: Placeholder): string | undefined {
  // p2 and p3 repeat the comments of "Final Comment Period" in each of its groups.
  if (spec.section === 'fcp' || spec.section === undefined) return section?.spec?.key ?? spec.section;
  // p1 has no "CFP - Projects" inside its call for participation.
  if (spec.section === 'cfp/projects') return section?.spec?.key ?? spec.section;
  return spec.section;
}
