import { fillTexts } from '../newsletter/placeholders/fillTexts';
import { mergedDefinition } from '../newsletter/sections/merged';
import { defineRule } from './rule';

const SENTENCE = /^\d[\d,.]* pull requests were \[merged in the last week\]\[merged\]/;
const SOMETHING_LIKE_IT = /pull requests? (?:were|was|have been)\b.*\bmerged\b/i;

/** The sentence that opens "Updates from the Rust Project". */
export default defineRule({
  id: 'merged-form',
  summary: 'The count of merged pull requests is missing or not in the usual form',
  why: 'The section opens with the count and its link in every issue.',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'the address is missing',
      bad: '## Updates from the Rust Project\n\n400 pull requests were [merged in the last week][merged]\n',
      good: '## Updates from the Rust Project\n\n400 pull requests were [merged in the last week][merged]\n\n[merged]: https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged+merged%3A2026-02-17..2026-02-24\n',
    },
  ],
  check({ issue, report }) {
    const [section] = issue.sectionsOf('project');
    if (!section || issue.placeholders.some(({ spec }) => spec.id === 'rust-updates')) return;
    const { source } = issue;
    const last = source.lineNumberAt(Math.max(section.body.start, section.body.end - 1));
    let like: { start: number; end: number } | undefined;
    for (let n = source.lineNumberAt(section.body.start); n <= last && !like; n += 1) {
      const line = source.line(n);
      const text = source.slice(line);
      if (!SOMETHING_LIKE_IT.test(text) || issue.inComment(line.start)) continue;
      like = { start: line.start, end: line.start + text.trimEnd().length };
    }
    const heading = { start: section.start, end: section.heading.end };
    if (!like) {
      report({
        at: heading,
        message: 'Expected “N pull requests were [merged in the last week][merged]” under this heading',
        fixes: fillTexts(issue, 'project').map((fill) => ({
          title: fill.title,
          snippet: true,
          edits: () => [{ start: heading.end, end: heading.end, text: `\n\n${fill.text}` }],
        })),
      });
      return;
    }
    if (!SENTENCE.test(source.slice(like))) {
      report({
        at: like,
        message: 'Expected “N pull requests were [merged in the last week][merged]”',
      });
    }
    if (issue.definitions.some(({ label }) => label === 'merged')) return;
    const definition = mergedDefinition(issue.date);
    const { end } = like;
    report({
      at: like,
      message: 'Expected the address of the search below: “[merged]: https://github.com/search?…”',
      fixes: definition
        ? [
            {
              title: 'Insert the address',
              preferred: true,
              edits: () => [{ start: end, end, text: `\n\n${definition}` }],
            },
          ]
        : [],
    });
  },
});
