import type { Edit } from '../../text/edits';
import type { SourceText } from '../../text/sourceText';
import type { Issue } from '../issue/issue';
import { EVENT_REGIONS, type EventRegion, regionOf } from './meaning';

/** A region's heading with all that stands under it, headings of the week included. Line numbers, `to` exclusive. */
export interface RegionBlock {
  readonly region: EventRegion;
  readonly from: number;
  to: number;
}

/** The regions of each events section, usually one, in the order of the text. */
export function regionBlocks(issue: Issue): RegionBlock[][] {
  const { source } = issue;
  return issue.sectionsOf('events').map((area) => {
    const blocks: RegionBlock[] = [];
    for (const section of issue.sections) {
      if (section.start <= area.start) continue;
      if (section.spec !== undefined && section.spec.parent === undefined) break;
      const region = regionOf(section);
      const from = source.lineNumberAt(section.start);
      if (region) blocks.push({ region, from, to: from });
      const open = blocks.at(-1);
      if (open) open.to = endLine(source, section.body.end);
    }
    const last = blocks.at(-1);
    if (last) last.to = tailStart(issue, last);
    return blocks;
  });
}

/** The line behind an offset that ends a line. */
function endLine(source: SourceText, end: number): number {
  const n = source.lineNumberAt(end);
  return source.line(n).start < end ? n + 1 : n;
}

/** Where the words below the last region begin (`If you are running a Rust event ..`): they stay at the end. */
function tailStart({ source }: Issue, block: RegionBlock): number {
  for (let n = block.from + 1; n < block.to; n += 1) {
    const text = source.lineText(n);
    const prose = /^[^\s*+\-#<|\d]/.test(text);
    if (prose && source.lineText(n - 1).trim() === '') return n;
  }
  return block.to;
}

/** Puts the regions of Upcoming Events in their order, with all that stands under them. */
export function orderRegions(issue: Issue): Edit[] {
  const { source } = issue;
  return regionBlocks(issue).flatMap((blocks) => {
    const rank = (block: RegionBlock) => EVENT_REGIONS.indexOf(block.region);
    const target = [...blocks].sort((a, b) => rank(a) - rank(b));
    if (target.every((block, n) => block === blocks[n])) return [];
    // Blank lines between the regions keep their place, as the last region has none of its own.
    const trimmed = (block: RegionBlock) => {
      let to = block.to;
      while (to > block.from + 1 && source.lineText(to - 1).trim() === '') to -= 1;
      return to;
    };
    const lines: string[] = [];
    for (const [n, block] of target.entries()) {
      for (let line = block.from; line < trimmed(block); line += 1) lines.push(source.lineText(line));
      const slot = blocks[n]!;
      for (let line = trimmed(slot); line < slot.to && n < blocks.length - 1; line += 1) lines.push('');
    }
    const end = source.line(trimmed(blocks.at(-1)!) - 1).end;
    return [{ start: source.line(blocks[0]!.from).start, end, text: lines.join('\n') }];
  });
}
