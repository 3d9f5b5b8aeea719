import { isExactMarker, isMarkerComment, MARKER_FORM } from '../newsletter/markers/markerComments';
import { definePieceRule } from './rule';

/** A comment that `submerge merge` cannot read stops the whole merge. */
export default definePieceRule({
  id: 'marker-comment-damaged',
  summary: 'A comment of the `submerge` tool is damaged',
  why: '`submerge merge` refuses a draft in which one of its comments has lost a part.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'the commit is cut off',
      bad: '* [A post](https://example.com/a) <!-- url=https://example.com/pull/7 submerge-pr=7 sha=0123456 author=example title=Add a post -->\n',
      found: [
        '1:35-132: This comment has lost a part; its form is <!-- url=… submerge-pr=N sha=<40 digits> author=… title=… -->',
      ],
      good: '* [A post](https://example.com/a) <!-- url=https://example.com/pull/7 submerge-pr=7 sha=0123456789abcdef0123456789abcdef01234567 author=example title=Add a post -->\n',
    },
  ],
  check(piece, report) {
    for (const comment of piece.comments) {
      if (!isMarkerComment(comment) || isExactMarker(comment)) continue;
      const line = piece.source.lineAt(comment.start);
      report({
        at: { start: comment.start, end: Math.min(comment.end, line.end) },
        message: `This comment has lost a part; its form is ${MARKER_FORM}`,
      });
    }
  },
});
