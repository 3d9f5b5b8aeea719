import type { Range } from '../../text/sourceText';
import type { BracketPair, Brackets, LeafData, ReferenceParts } from '../data';

const MARK = /[[\]]|`+|<!--/g;

/** Collects the syntax of a leaf that became no node, in the order of the text. Offsets are those of the source. */
export class Unpaired {
  private readonly pairs: BracketPair[] = [];
  private readonly loose: number[] = [];
  private readonly open: number[] = [];
  private readonly ticks: Range[] = [];
  /** Beginnings of comments that do not end in the leaf. */
  readonly comments: number[] = [];
  /** How many links one is in: their brackets are told of by the link. */
  private links = 0;

  /** Text that no construct took. @param toOffset gives the place of a character of it */
  text(value: string, toOffset: (at: number) => number): void {
    MARK.lastIndex = 0;
    for (let match = MARK.exec(value); match; match = MARK.exec(value)) {
      const at = toOffset(match.index);
      const mark = match[0];
      if (mark === '<!--') this.comments.push(at);
      else if (mark[0] === '`') this.ticks.push({ start: at, end: at + mark.length });
      else if (this.links > 0) continue;
      else if (mark === '[') this.open.push(at);
      else this.close(at);
    }
  }

  private close(at: number): void {
    const start = this.open.pop();
    if (start === undefined) this.loose.push(at);
    else this.pairs.push({ start, end: at + 1, target: undefined });
  }

  /** A link begins. @param label its text between the brackets @param end offset after the whole link */
  enterLink(label: Range, end: number): void {
    const close = label.end + 1;
    const target = end > close ? { start: close, end } : undefined;
    if (this.links === 0) this.pairs.push({ start: label.start - 1, end: close, target });
    this.links += 1;
  }

  /** A link by label begins; its second brackets are a pair of their own. @param end offset after the whole link */
  enterReference({ label, reference }: ReferenceParts, end: number): void {
    if (this.links === 0) {
      const first = { start: label.start - 1, end: label.end + 1, target: undefined };
      this.pairs.push(first);
      const start = reference.start === label.start ? end - 2 : reference.start - 1;
      if (end > first.end) this.pairs.push({ start, end, target: undefined });
    }
    this.links += 1;
  }

  leave(): void {
    this.links -= 1;
  }

  /** What a leaf's node keeps; undefined for most. */
  get data(): LeafData | undefined {
    if (this.pairs.length + this.loose.length + this.open.length + this.ticks.length === 0) return undefined;
    const hasBrackets = this.pairs.length + this.loose.length + this.open.length > 0;
    if (this.ticks.length === 0) return { brackets: this.brackets };
    return hasBrackets
      ? { brackets: this.brackets, strayBackticks: this.ticks }
      : { strayBackticks: this.ticks };
  }

  private get brackets(): Brackets {
    return {
      pairs: this.pairs.sort((a, b) => a.start - b.start),
      loose: this.loose.concat(this.open).sort((a, b) => a - b),
    };
  }
}
