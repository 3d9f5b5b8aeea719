import type { Range } from '../../text/sourceText';
import type { Block } from '../issue/chunk';
import { weeklyBlocks } from '../issue/contents';
import type { IssuePart } from '../issue/part';
import type { Section } from './sections';

/** Quote of the Week as it is written. */
export interface Quote {
  readonly section: Section;
  readonly blocks: readonly Block[];
  /** The last block quote. */
  readonly quote: Block | undefined;
  /** The line that says who said it, with its dash; it stands behind the quote. */
  readonly attribution: Range | undefined;
  /** What stands where the dash should be, without blanks; empty for nothing. */
  readonly dash: Range;
  /** No blank line between quote and attribution: the site takes it for a part of the quote. */
  readonly joined: boolean;
}

/** Any of the dashes and what stands for them, with something behind. */
const DASH = /^(?:&[mn]dash;|[-–—―−‒~]+(?=[ \t]*\S)|\*(?=[ \t]*\[))/;

/** The quotes of an issue: one, as a rule. */
export function quotesOf(issue: IssuePart): Quote[] {
  return issue.sectionsOf('qotw').map((section) => {
    const blocks = weeklyBlocks(issue, section);
    const index = blocks.findLastIndex(({ type }) => type === 'blockquote');
    const quote = blocks[index];
    const next = quote && blocks[index + 1];
    const behind = next && attributionOf(issue, next);
    const inside = quote && attributionInside(issue, quote, behind !== undefined);
    const attribution = inside ?? behind;
    const text = attribution ? issue.source.slice(attribution) : '';
    const start = attribution?.start ?? section.body.start;
    return {
      section,
      blocks,
      quote,
      attribution,
      dash: { start, end: start + (DASH.exec(text)?.[0].length ?? 0) },
      joined: inside !== undefined,
    };
  });
}

function attributionOf(issue: IssuePart, block: Block): Range | undefined {
  const line = issue.source.lineAt(block.start);
  const text = issue.source.slice({ start: block.start, end: line.end }).trimEnd();
  const end = block.start + text.length;
  // The block begins with a link.
  return DASH.test(text) || /^\[/.test(text) ? { start: block.start, end } : undefined;
}

/** A line at the quote's end that has lost its blank line above, or has a `>` too many where it is the only one. */
function attributionInside(issue: IssuePart, quote: Block, hasOther: boolean): Range | undefined {
  const line = issue.source.lineAt(quote.end);
  const text = issue.source.slice(line);
  // What the site takes for more of the quote.
  const found = /^[ \t]*(>[ \t]*)?((?:&[mn]dash;|[–—―−‒]|-+)[ \t]*\[.*?)[ \t]*$/.exec(text);
  if (!found || (found[1] && hasOther)) return undefined;
  const start = line.start + text.indexOf(found[2]!);
  return { start, end: start + found[2]!.length };
}
