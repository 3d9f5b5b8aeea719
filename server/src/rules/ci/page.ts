import { cutChunks } from '../../markdown/index';
import type { Range } from '../../text/sourceText';
import { type ChunkDefinition, hrefAttribute, type Part, type PlainChunk, plainChunk } from './html';

/** A text as HTML, and where in the text its parts come from. */
export interface PlainPage {
  readonly html: string;
  /** What an element at an offset of the HTML was made of. */
  placeAt(offset: number): Place | undefined;
}

export interface Place extends Range {
  readonly type: Part['type'];
  /** Where its address is written: for a reference link its definition. */
  readonly address: Range;
}

/** How many chunks are kept; an issue has about 50. */
const KEPT_CHUNKS = 200;

/**
 * Renders issues as `markdown.markdown(text)` does: Python-Markdown without extensions, front matter and all. Chunks
 * that it has rendered before are not rendered again.
 */
export class PlainRenderer {
  private readonly chunks = new Map<string, PlainChunk>();
  /** The labels that the last text defined: most likely the next one does, too. */
  private labels: ReadonlySet<string> = new Set();

  page(text: string): PlainPage {
    const ranges = cutChunks(text, 0, { extensions: false });
    for (;;) {
      const chunks = ranges.map(({ start, end }) => this.chunk(text.slice(start, end)));
      const labels = new Set(chunks.flatMap(({ definitions }) => definitions.map(({ label }) => label)));
      if (sameMembers(labels, this.labels)) return new Page(text, ranges, chunks);
      this.labels = labels;
    }
  }

  private chunk(text: string): PlainChunk {
    const key = `${[...this.labels].join('\0')}\0\0${text}`;
    const known = this.chunks.get(key);
    if (known) this.chunks.delete(key);
    else if (this.chunks.size >= KEPT_CHUNKS) this.chunks.delete(this.chunks.keys().next().value!);
    const chunk = known ?? plainChunk(text, this.labels);
    this.chunks.set(key, chunk);
    return chunk;
  }
}

function sameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((member) => b.has(member));
}

class Page implements PlainPage {
  readonly html: string;
  /** Parts with their offsets in the HTML and of their chunk in the text. */
  private readonly parts: { readonly at: number; readonly by: number; readonly part: Part }[] = [];
  private readonly definitions = new Map<string, ChunkDefinition>();

  constructor(
    private readonly text: string,
    ranges: readonly Range[],
    chunks: readonly PlainChunk[],
  ) {
    // The last definition of a label wins.
    for (const [index, { definitions }] of chunks.entries()) {
      const by = ranges[index]!.start;
      for (const { label, url, start, end } of definitions)
        this.definitions.set(label, { label, url, start: start + by, end: end + by });
    }
    const html: string[] = [];
    let length = 0;
    for (const [index, { pieces, parts }] of chunks.entries()) {
      let next = 0;
      for (const [number, piece] of pieces.entries()) {
        for (; parts[next]?.piece === number; next++)
          this.parts.push({ at: length, by: ranges[index]!.start, part: parts[next]! });
        const markup =
          typeof piece === 'string' ? piece : hrefAttribute(this.definitions.get(piece.label)?.url ?? '');
        html.push(markup);
        length += markup.length;
      }
    }
    this.html = html.join('').trimEnd();
  }

  placeAt(offset: number): Place | undefined {
    let low = 0;
    let high = this.parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.parts[middle]!.at <= offset) low = middle + 1;
      else high = middle;
    }
    const found = this.parts[low - 1];
    if (!found) return undefined;
    const { at, by, part } = found;
    const whole = { start: part.start + by, end: part.end + by };
    const { type } = part;
    const definition = part.label === undefined ? undefined : this.definitions.get(part.label);
    if (!part.verbatim) return { ...whole, type, address: definition ?? whole };
    // A tag of the author's stands where it stands.
    const start = whole.start + offset - at;
    const close = this.text.indexOf('>', start);
    const tag = { start, end: close < 0 || close >= whole.end ? whole.end : close + 1 };
    return { ...tag, type, address: tag };
  }
}
