import { isMarkerComment } from '../newsletter/markers/markerComments';
import { removeBlock } from '../text/lines';
import { definePieceRule } from './rule';

/** The tool that merges submissions keeps its notes in comments until they are merged. */
export default definePieceRule({
  id: 'marker-comment-left',
  summary: 'A comment of the `submerge` tool is still there',
  why: 'The comment tells `submerge merge` which pull request an item comes from. After the merge it is of no use, and it must not be published.',
  severity: 'info',
  releaseSeverity: 'error',
  fix: 'sometimes',
  examples: [
    {
      title: 'a merged submission',
      bad: '* [A post](https://example.com/a) <!-- url=https://example.com/pull/7 submerge-pr=7 sha=0123456789abcdef0123456789abcdef01234567 author=example title=Add a post -->\n',
      found: [
        '1:35-165: This comment is for the tool `submerge`, which removes it before the issue is published',
      ],
      fixes: ['Delete the comment'],
      good: '* [A post](https://example.com/a)\n',
    },
  ],
  check(piece, report, frame) {
    for (const comment of piece.comments) {
      if (!isMarkerComment(comment) || !comment.closed) continue;
      const { start, end } = comment;
      report({
        at: { start, end },
        message: 'This comment is for the tool `submerge`, which removes it before the issue is published',
        fixes: [
          {
            title: 'Delete the comment',
            // Until release the merge still needs it.
            ...(frame.stage === 'release' ? { all: true } : {}),
            edits: () => [removeBlock(piece.source, comment)],
          },
        ],
      });
    }
  },
});
