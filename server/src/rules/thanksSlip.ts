import type { IssuePart } from '../newsletter/issue/part';
import { within } from '../newsletter/issue/within';
import type { Range } from '../text/sourceText';
import { nearlySame } from '../text/words';
import type { Report } from './rule';

/** How nearly all thanks for a crate or a quote end, behind the name. */
const ENDINGS = ['for the suggestion!', 'for the self-suggestion!'];
/** How they may end as well: for several suggestions, and in earlier years with a full stop. */
const OTHER_ENDING = /^for the (?:self-)?suggestions?[.!]$/;

/**
 * What is to be said of the words behind the name in thanks for a suggestion, where they are a slip of the usual ones.
 *
 * @param thanks the paragraph
 */
export function thanksSlip(issue: IssuePart, thanks: Range): Report | undefined {
  const link = within(issue.links, thanks).at(-1);
  if (!link) return undefined;
  const behind = issue.source.text.slice(link.end, thanks.end).trimEnd();
  const words = behind.trimStart();
  if (words === '' || OTHER_ENDING.test(words)) return undefined;
  const end = link.end + behind.length;
  const text = ENDINGS.find((ending) => nearlySame(words, ending, 2));
  if (text === undefined) return undefined;
  const at = { start: end - words.length, end };
  return {
    at,
    message: `These thanks usually end with “${text}”`,
    fixes: [{ title: `Write “${text}”`, preferred: true, edits: () => [{ ...at, text }] }],
  };
}

/** Thanks right below the line before them, which the site shows as one paragraph. */
export function* gluedThanks({ source }: IssuePart, blocks: readonly Range[]): Generator<Report> {
  for (const block of blocks) {
    const match = /\r?\n(?=Thanks to \[)/.exec(source.slice(block));
    if (!match) continue;
    const { start, end } = source.lineAt(block.start + match.index + match[0].length);
    yield {
      at: { start, end },
      severity: 'warning',
      message: 'There is no blank line before the thanks',
      fixes: [{ title: 'Insert a blank line', all: true, edits: () => [{ start, end: start, text: '\n' }] }],
    };
  }
}
