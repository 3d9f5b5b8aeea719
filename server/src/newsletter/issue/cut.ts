import { type ChunkRange, cutChunks } from '../../markdown/index';

/** A piece of a text; `listed` where it goes on with the list of the piece before. */
export interface Cut extends ChunkRange {
  readonly listed: boolean;
}

/** Shorter texts between headings are one piece. */
const LONG = 300;

/** Code, HTML, other lists than the house's and sentences that speak of their whole section: nothing is cut there. */
const UNSURE =
  /`{3}|~{3}|\r(?!\n)|^ {0,3}<[/a-z]|^(?! {4}\*[ \t]|\*[ \t])[ \t]*(?:[*+-]|\d{1,9}\.)[ \t]|^(?:\* )?[*_]{0,3}No[ \t]/im;
/** Lines of the house's own lists, in texts that `UNSURE` leaves no other reading for; asked before there is a tree. */
const LIST_LINE = /^(?: {4})?\* \S/;
const TITLE_AT_MARGIN = /^\* (?:\[\*\*|\*\*\[)/;
/** Goes on with the item above, whatever it says. */
const CONTINUES = /^[A-Za-z]/;
const DATED = /^\* \d{4}-/;

/**
 * Cuts an issue into pieces that read the same alone as in their place: at the headings where the site's block parser
 * starts afresh, and in lists before each item where the parser is certain to make one of it, so that an edit moves no cut
 * but those beside it. The first piece has the front matter.
 *
 * @param wholeLists lists are not cut
 * @returns pieces in order, without gaps, covering the whole text
 */
export function cutPieces(text: string, bodyStart: number, wholeLists = false): Cut[] {
  const pieces: Cut[] = [];
  let start = 0;
  for (const chunk of cutChunks(text, bodyStart)) {
    let listed = false;
    for (const at of wholeLists ? [] : cutList(text.slice(chunk.start, chunk.end))) {
      pieces.push({ start, end: chunk.start + at, listed });
      start = chunk.start + at;
      listed = true;
    }
    pieces.push({ start, end: chunk.end, listed });
    start = chunk.end;
  }
  return pieces;
}

/** Offsets of the items of a text between two headings before which it can be cut. */
function cutList(text: string): number[] {
  if (text.length < LONG || UNSURE.test(text)) return [];
  const cuts: number[] = [];
  // Whether all lines since the last blank one are items; then the site reads the next one as an item, too.
  let listed = true;
  let above = '';
  let inComment = false;
  for (let at = 0; at < text.length; ) {
    const lineBreak = text.indexOf('\n', at);
    const next = lineBreak < 0 ? text.length : lineBreak + 1;
    const line = text.slice(at, next).trimEnd();
    if (inComment || line.includes('<!--')) {
      inComment = line.lastIndexOf('-->') < (inComment ? 0 : line.lastIndexOf('<!--'));
      listed = false;
      above = line;
    } else if (line === '' || line.startsWith('#')) {
      listed = true;
      above = '';
    } else {
      if (TITLE_AT_MARGIN.test(line)) {
        // It belongs to the event above, and with others of its kind to one finding.
        if (DATED.test(above)) return [];
      } else if (above !== '' && listed && line.startsWith('* ') && startsList(text, next)) cuts.push(at);
      // What begins indented takes the items at the margin below it into its own list.
      listed &&= above === '' ? line.startsWith('* ') : LIST_LINE.test(line) || CONTINUES.test(line);
      above = line;
    }
    at = next;
  }
  return cuts;
}

/** Whether the line below an item is another one or blank: the first two lines of a block can be much else. */
function startsList(text: string, at: number): boolean {
  const lineBreak = text.indexOf('\n', at);
  const line = text.slice(at, lineBreak < 0 ? text.length : lineBreak);
  return line.trim() === '' || LIST_LINE.test(line);
}
