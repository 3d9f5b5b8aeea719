import { cutChunks } from '../../markdown/index';
import { copyOf } from '../../text/copy';
import { firstIndex } from '../../text/search';
import { type Range, shifted } from '../../text/sourceText';
import { type ChunkDefinition, hrefAttribute, type Part, type PlainChunk, plainChunk } from './html';
import { completeSoupTags, type SoupTag, soupTags } from './python/soup';

/** A text as HTML, cut where elements neither begin before nor end after the cut. */
export interface PlainPage {
  readonly html: string;
  readonly stretches: readonly Stretch[];
}

/** A part of a page. */
export interface Stretch {
  /** Its elements, with offsets into its own HTML; the same value for the same HTML. */
  readonly tags: readonly SoupTag[];
  /** What an element was made of. */
  placeOf(tag: SoupTag): Place | undefined;
}

/** An element of a page. */
export interface Element {
  readonly tag: SoupTag;
  readonly stretch: Stretch;
}

export interface Place extends Range {
  readonly type: Part['type'];
  /** Where its address is written: for a reference link its definition. */
  readonly address: Range;
}

/** How many chunks of earlier texts are kept, at most. */
const KEPT_CHUNKS = 150;

/**
 * Renders issues as `markdown.markdown(text)` does: Python-Markdown without extensions, front matter and all. Chunks
 * that it has rendered before are not rendered again.
 */
export class PlainRenderer {
  /** By text, as they are with the labels. */
  private chunks = new Map<string, PlainChunk>();
  private readonly written = new WeakMap<PlainChunk, WrittenChunk>();
  /** The labels that the last text defined: most likely the next one does, too. */
  private labels: ReadonlySet<string> = new Set();

  /** @throws PythonError where Python's reader of HTML ends with an exception */
  page(text: string): PlainPage {
    const ranges = cutChunks(text, 0, { extensions: false });
    for (;;) {
      const chunks = ranges.map((range) => this.chunk(sliceOf(text, range)));
      const labels = new Set(chunks.flatMap(({ definitions }) => definitions.map(({ label }) => label)));
      if (sameMembers(labels, this.labels)) {
        if (this.chunks.size > ranges.length + KEPT_CHUNKS)
          this.chunks = new Map(chunks.map((chunk, n) => [copyOf(sliceOf(text, ranges[n]!)), chunk]));
        return this.put(text, ranges, chunks);
      }
      this.labels = labels;
      this.chunks.clear();
    }
  }

  private chunk(text: string): PlainChunk {
    let chunk = this.chunks.get(text);
    if (!chunk) {
      chunk = plainChunk(text, this.labels);
      // What is kept must not hold the document that it is a part of.
      this.chunks.set(copyOf(text), chunk);
    }
    return chunk;
  }

  private put(text: string, ranges: readonly Range[], chunks: readonly PlainChunk[]): PlainPage {
    // The last definition of a label wins.
    const definitions = new Map<string, ChunkDefinition>();
    for (const [index, chunk] of chunks.entries()) {
      const by = ranges[index]!.start;
      for (const { label, url, start, end } of chunk.definitions)
        definitions.set(label, { label, url, start: start + by, end: end + by });
    }
    const written = chunks.map((chunk) => this.write(chunk, definitions));
    const stretches: Stretch[] = [];
    const stretch = (first: number, end: number) =>
      new WrittenStretch(text, ranges.slice(first, end), written.slice(first, end), definitions);
    for (const [index, { tags }] of written.entries()) {
      if (tags) stretches.push(stretch(index, index + 1));
      else {
        stretches.push(stretch(index, written.length));
        break;
      }
    }
    return {
      html: written
        .map(({ html }) => html)
        .join('')
        .trimEnd(),
      stretches,
    };
  }

  private write(chunk: PlainChunk, definitions: ReadonlyMap<string, ChunkDefinition>): WrittenChunk {
    const known = this.written.get(chunk);
    if (known?.isSame(definitions)) return known;
    const written = new WrittenChunk(chunk, definitions);
    this.written.set(chunk, written);
    return written;
  }
}

const sliceOf = (text: string, { start, end }: Range) => text.slice(start, end);

function sameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((member) => b.has(member));
}

/** A chunk with the addresses of its references. */
class WrittenChunk {
  readonly html: string;
  /** Parts with their offsets in the HTML. */
  readonly parts: readonly { readonly at: number; readonly part: Part }[];
  private readonly addresses = new Map<string, string | undefined>();
  private elements: { readonly tags: readonly SoupTag[] | undefined } | undefined;

  constructor({ pieces, parts }: PlainChunk, definitions: ReadonlyMap<string, ChunkDefinition>) {
    const html: string[] = [];
    const placed: { at: number; part: Part }[] = [];
    let length = 0;
    let next = 0;
    for (const [number, piece] of pieces.entries()) {
      for (; parts[next]?.piece === number; next++) placed.push({ at: length, part: parts[next]! });
      let markup: string;
      if (typeof piece === 'string') markup = piece;
      else {
        const url = definitions.get(piece.label)?.url;
        this.addresses.set(piece.label, url);
        markup = hrefAttribute(url ?? '');
      }
      html.push(markup);
      length += markup.length;
    }
    this.html = html.join('');
    this.parts = placed;
  }

  /** Whether it would be written the same again. */
  isSame(definitions: ReadonlyMap<string, ChunkDefinition>): boolean {
    for (const [label, url] of this.addresses) if (definitions.get(label)?.url !== url) return false;
    return true;
  }

  /** Its elements, if none of them begins before it or ends after it. */
  get tags(): readonly SoupTag[] | undefined {
    this.elements ??= { tags: this.isSure() ? completeSoupTags(this.html) : undefined };
    return this.elements.tags;
  }

  /** What an author's quotation mark or ampersand means may depend on what follows. */
  private isSure(): boolean {
    return !/[<&]/.test(this.html.replace(SURE, ''));
  }
}

/** Markup that is whole, whatever stands around it. */
const SURE =
  /&(?:amp|lt|gt|quot);|<!--(?!-?>)(?:(?!--\s*>)[\s\S])*-->|<\/?[a-z][a-z0-9]*(?: [a-z-]+="[^"<]*")*(?: ?\/)?>/gi;

class WrittenStretch implements Stretch {
  readonly tags: readonly SoupTag[];
  /** Where the HTML of each chunk begins in that of all. */
  private readonly begins: readonly number[];

  constructor(
    private readonly text: string,
    private readonly ranges: readonly Range[],
    private readonly chunks: readonly WrittenChunk[],
    private readonly definitions: ReadonlyMap<string, ChunkDefinition>,
  ) {
    const [only] = chunks;
    let length = 0;
    this.begins = chunks.map(({ html }) => {
      const begin = length;
      length += html.length;
      return begin;
    });
    this.tags =
      (chunks.length === 1 && only!.tags) ||
      soupTags(
        chunks
          .map(({ html }) => html)
          .join('')
          .trimEnd(),
      );
  }

  placeOf({ at: offset }: SoupTag): Place | undefined {
    const index = firstIndex(this.begins, (at) => at > offset) - 1;
    const begin = this.begins[index]!;
    const { parts } = this.chunks[index]!;
    const found = parts[firstIndex(parts, (one) => one.at + begin > offset) - 1];
    if (!found) return undefined;
    const { at, part } = found;
    const by = this.ranges[index]!.start;
    const whole = shifted(part, by);
    const { type } = part;
    const definition = part.label === undefined ? undefined : this.definitions.get(part.label);
    if (!part.verbatim) return { ...whole, type, address: definition ?? whole };
    // A tag of the author's stands where it stands.
    const start = whole.start + offset - at - begin;
    const close = this.text.indexOf('>', start);
    const tag = { start, end: close < 0 || close >= whole.end ? whole.end : close + 1 };
    return { ...tag, type, address: tag };
  }
}
