import { indexBefore } from '../../text/sourceText';
import type { Comment } from '../issue/chunk';
import type { IssuePart } from '../issue/part';

/** What `submerge merge` accepts: the attributes in this order, the title last and possibly absent. */
const EXACT =
  /^ (?:(?:✅|❌|❓) )?url=\S+ submerge-pr=\d+ sha=[0-9a-f]{40} author=\S+(?: title=[^\r\n]*)? $/i;

/** Whether a comment was written by the newsletter's `submerge` tool, damaged or not. */
export function isMarkerComment(comment: Comment): boolean {
  return /\bsubmerge-pr\b/.test(comment.text);
}

/** Whether the tool would find its attributes in the comment. */
export function isExactMarker(comment: Comment): boolean {
  return comment.closed && EXACT.test(comment.text);
}

/** What a comment tells of the pull request that an item comes from; undefined for a damaged one. */
export function markerOf(comment: Comment): { readonly pr: string; readonly author: string } | undefined {
  if (!isExactMarker(comment)) return undefined;
  const [, pr = '', author = ''] = /submerge-pr=(\d+) sha=\S+ author=(\S+)/.exec(comment.text) ?? [];
  return { pr, author };
}

/** The comment that a line consists of; undefined for lines with anything else, and for those of longer comments. */
export function commentOfLine({ lines, comments }: IssuePart, number: number): Comment | undefined {
  const line = lines[number];
  if (line?.kind !== 'comment') return undefined;
  const comment = comments[indexBefore(comments, line.first)];
  return comment && comment.start === line.first && comment.end <= line.end ? comment : undefined;
}

/** The form of a marker comment, for messages. */
export const MARKER_FORM = '<!-- url=… submerge-pr=N sha=<40 digits> author=… title=… -->';
