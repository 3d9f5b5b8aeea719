import { startsLikeEntry } from '../newsletter/issue/entries';
import { wholeItem } from '../newsletter/links/links';
import { definePieceRule } from './rule';

/** Elsewhere the template's own lists are items as well. */
const SUBMITTED = /^(?:community|cfp|events)$/;

/** Submissions that were added to the template itself: merged by mistake five times (#4184, #5424, #8676). */
export default definePieceRule({
  id: 'template-item',
  in: ['community', 'cfp', 'events'],
  summary: 'An item in the template',
  why: 'The template becomes the draft of every week to come, and with it the item.',
  severity: 'error',
  fix: 'never',
  inTemplate: true,
  examples: [
    {
      title: 'a link in the template',
      template: true,
      bad: '## Updates from Rust Community\n\n### Official\n\n* [A post](https://example.com/post)\n',
      found: ['5:1-37: This item is in the template; items belong in the newest draft'],
      fixes: ['Delete this item'],
      good: '## Updates from Rust Community\n\n### Official\n',
    },
  ],
  check(piece, report) {
    if (piece.kind !== 'template') return;
    for (const item of piece.items) {
      const at = { start: item.line.bullet, end: item.content.end };
      if (!SUBMITTED.test(piece.mainAt(item.start) ?? '')) continue;
      if (!startsLikeEntry(piece.source.slice(item.content))) continue;
      report({
        at,
        message: 'This item is in the template; items belong in the newest draft',
        fixes: [{ title: 'Delete this item', edits: () => [{ ...wholeItem(piece, item), text: '' }] }],
      });
    }
  },
});
