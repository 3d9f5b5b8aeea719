import { mergedDefinition } from '../newsletter/sections/merged';
import { fillBelow } from './fillBelow';
import { definePieceRule } from './rule';

const SENTENCE = /^\d[\d,.]* pull requests were \[merged in the last week\]\[merged\]/;
/** Weeks have had between 194 and 588 since 2022. */
const [FEWEST, MOST] = [100, 1500];
const SOMETHING_LIKE_IT = /pull requests? (?:were|was|have been)\b.*\bmerged\b/i;

/** The sentence that opens "Updates from the Rust Project". */
export default definePieceRule({
  id: 'merged-form',
  in: ['project'],
  summary: 'The count of merged pull requests is missing or not in the usual form',
  why: 'The section opens with the count and its link in every issue.',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'the address is missing',
      bad: '## Updates from the Rust Project\n\n400 pull requests were [merged in the last week][merged]\n',
      found: ['3:1-57: The address of the search is missing below: “[merged]: https://github.com/search?…”'],
      fixes: ['Insert the address'],
      good: '## Updates from the Rust Project\n\n400 pull requests were [merged in the last week][merged]\n\n[merged]: https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged+merged%3A2026-02-17..2026-02-24\n',
    },
  ],
  check(piece, report) {
    const section = piece.sections.find(({ spec }) => spec?.key === 'project');
    if (!section || piece.placeholders.some(({ spec }) => spec.id === 'rust-updates')) return;
    const { source } = piece;
    const last = source.lineNumberAt(Math.max(section.body.start, section.body.end - 1));
    let like: { start: number; end: number } | undefined;
    for (let n = source.lineNumberAt(section.body.start); n <= last && !like; n += 1) {
      const line = source.line(n);
      const text = source.slice(line);
      if (!SOMETHING_LIKE_IT.test(text) || piece.inComment(line.start)) continue;
      like = { start: line.start, end: line.start + text.trimEnd().length };
    }
    const heading = { start: section.start, end: section.heading.end };
    if (!like) {
      report({
        at: heading,
        message:
          'The sentence “N pull requests were [merged in the last week][merged]” is missing under this heading',
        fixes: fillBelow('project', heading),
      });
      return;
    }
    if (!SENTENCE.test(source.slice(like))) {
      report({
        at: like,
        message: 'This sentence is usually “N pull requests were [merged in the last week][merged]”',
      });
    }
    const [count = ''] = /^\d+/.exec(source.slice(like)) ?? [];
    if (count !== '' && (Number(count) < FEWEST || Number(count) > MOST))
      report({
        at: { start: like.start, end: like.start + count.length },
        severity: 'info',
        message: `A week has some 200 to 600 merged pull requests, not ${count}`,
      });
    if (piece.labels.has('merged')) return;
    const definition = mergedDefinition(piece.date);
    const { end } = like;
    report({
      at: like,
      message: 'The address of the search is missing below: “[merged]: https://github.com/search?…”',
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
