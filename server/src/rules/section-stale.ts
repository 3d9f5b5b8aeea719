import { digestIssue } from '../newsletter/archive/digest';
import type { Issue } from '../newsletter/issue/issue';
import type { Range } from '../text/sourceText';
import { defineRule } from './rule';

/** A section that came along from the issue before, because somebody copied that instead of the template. */
export default defineRule({
  id: 'section-stale',
  summary: "The last issue's crate, quote or performance report again",
  why: 'Crate, quote and performance report are new every week; the same ones again were left over from the issue that the text was copied from.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: "the last issue's crate",
      earlier: withCrate(639, '2026-02-18', 'a-crate'),
      bad: withCrate(640, '2026-02-25', 'a-crate'),
      good: withCrate(640, '2026-02-25', 'another-crate'),
    },
  ],
  check({ issue, archive, report }) {
    const previous = archive?.issues[0];
    if (!previous) return;
    const digest = digestIssue(issue.uri, issue.source.text);
    if (!digest) return;
    const message = (what: string) => `Expected ${what} of this week, found the one of ${previous.date}`;
    const link = (url: string) => issue.links.find((found) => found.url === url);

    if (digest.perfReport !== undefined && digest.perfReport === previous.perfReport)
      report({
        at: link(digest.perfReport) ?? heading(issue, 'perf'),
        message: message('the performance report'),
      });
    const crate = crateLink(digest.crate);
    if (crate !== undefined && crate === crateLink(previous.crate))
      report({ at: link(crate) ?? heading(issue, 'cotw'), message: message('the crate') });
    const quote = quoteText(digest.quote);
    if (quote !== undefined && quote === quoteText(previous.quote))
      report({ at: quoteRange(issue), message: message('the quote') });
  },
});

function crateLink(text: string | undefined): string | undefined {
  return text && /\bcrate is \[[^\]]*\]\(([^)\s]+)\)/.exec(text)?.[1];
}

/** The quoted lines, without the name below. */
function quoteText(text: string | undefined): string | undefined {
  const quote = text && /^>\s*(.{20,}?)(?: [–—-] |$)/.exec(text)?.[1];
  return quote ? quote.replace(/\s*>\s*/g, ' ').trim() : undefined;
}

function heading(issue: Issue, key: string): Range {
  return issue.sectionsOf(key)[0]?.heading ?? issue.source.line(0);
}

function quoteRange(issue: Issue): Range {
  const section = issue.sectionsOf('qotw')[0];
  const block = issue.blocks.find(
    ({ type, start }) => type === 'blockquote' && section !== undefined && start > section.start,
  );
  return block ?? heading(issue, 'qotw');
}

/** An issue with a crate of the week, for the example. */
function withCrate(number: number, date: string, crate: string): string {
  return `Title: This Week in Rust ${number}
Number: ${number}
Date: ${date}
Category: This Week in Rust

## Crate of the Week

This week's crate is [${crate}](https://example.com/${crate}), a crate for examples.
`;
}
