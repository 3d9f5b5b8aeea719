import { definePieceRule } from './rule';

/** Issue 665: the first without submissions to this section (#8575). */
export const CLOSED_SINCE = '2026-08-19';

/** Submissions to a section that the editors fill themselves. */
export default definePieceRule({
  id: 'project-tooling-closed',
  in: ['community'],
  summary: 'An item was added to Project/Tooling Updates by a contributor',
  why: 'Since issue 665 the editors fill this section from r/rust; pull requests for it are closed.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'a release announced there',
      role: 'contributor',
      bad: 'Title: This Week in Rust 666\nNumber: 666\nDate: 2026-08-26\nCategory: This Week in Rust\n\n## Updates from Rust Community\n### Project/Tooling Updates\n* [example 1.0](https://example.com/1-0)\n',
      found: [
        '8:1-41: Project/Tooling Updates takes no submissions since issue 665: announce the release on r/rust, from where the editors choose',
      ],
      good: 'Title: This Week in Rust 666\nNumber: 666\nDate: 2026-08-26\nCategory: This Week in Rust\n\n## Updates from Rust Community\n### Project/Tooling Updates\n',
    },
  ],
  check(piece, report, frame) {
    if (frame.role !== 'contributor' || piece.date === undefined || piece.date < CLOSED_SINCE) return;
    for (const section of piece.sectionsOf('community/project-tooling')) {
      for (const item of section.items) {
        report({
          at: { start: item.start, end: item.content.end },
          message:
            'Project/Tooling Updates takes no submissions since issue 665: announce the release on r/rust, from where the editors choose',
        });
      }
    }
  },
});
