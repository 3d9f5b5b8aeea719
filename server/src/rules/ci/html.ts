import type { Nodes, Parents, Root } from 'mdast';
import { parseMarkdown } from '../../markdown/index';
import type { Range } from '../../text/sourceText';

/** The HTML of a chunk, not yet joined. Offsets are into the chunk. */
export interface PlainChunk {
  /** Markup, and between it the labels of links whose address another chunk may define. */
  readonly pieces: readonly (string | Reference)[];
  readonly parts: readonly Part[];
  readonly definitions: readonly ChunkDefinition[];
}

interface Reference {
  readonly label: string;
}

/** Where in the Markdown the markup from a piece on comes from. */
export interface Part extends Range {
  readonly piece: number;
  /** What made it; `html` where the author wrote the tag. */
  readonly type: Nodes['type'];
  /** The author's HTML stands in the page as it stands in the text. */
  readonly verbatim: boolean;
  readonly label: string | undefined;
}

export interface ChunkDefinition extends Range {
  readonly label: string;
  readonly url: string;
}

/** Renders a chunk as Python-Markdown does without extensions. @param labels defined anywhere in the text */
export function plainChunk(text: string, labels: ReadonlySet<string>): PlainChunk {
  const writer = new HtmlWriter(text);
  writer.root(parseMarkdown(text, { extensions: false, definitions: labels }));
  return writer;
}

class HtmlWriter implements PlainChunk {
  readonly pieces: (string | Reference)[] = [];
  readonly parts: Part[] = [];
  readonly definitions: ChunkDefinition[] = [];

  constructor(private readonly text: string) {}

  root(root: Root): void {
    this.children(root, '\n');
  }

  private write(piece: string | Reference, node?: Nodes): void {
    if (node) this.part(node);
    this.pieces.push(piece);
  }

  private part(node: Nodes): void {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    const verbatim = node.type === 'html' && node.value === this.text.slice(start, end);
    const label = 'identifier' in node ? node.identifier : undefined;
    this.parts.push({ piece: this.pieces.length, start, end, type: node.type, verbatim, label });
  }

  private element(name: string, node: Parents): void {
    this.write(`<${name}>`, node);
    this.children(node, '');
    this.write(`</${name}>`);
  }

  private link(node: Parents, address: string | Reference): void {
    this.write('<a', node);
    this.write(address);
    this.write('>');
    this.children(node, '');
    this.write('</a>');
  }

  private children(node: Parents, after: string): void {
    for (const child of node.children) {
      this.node(child);
      if (after && child.type !== 'definition') this.write(after);
    }
  }

  /** Blocks in a container have line ends around them; the text of a tight item has none. */
  private container(name: string, node: Parents): void {
    if (name) this.write(`<${name}>`, node);
    node.children.forEach((child, index) => {
      if (child.type === 'definition') {
        this.node(child);
        return;
      }
      const bare = child.type === 'paragraph' && child.data?.bare;
      if (!bare && index === 0) this.write('\n');
      this.node(child);
      if (!bare) this.write('\n');
    });
    if (name) this.write(`</${name}>`);
  }

  private node(node: Nodes): void {
    switch (node.type) {
      case 'text':
        this.write(textHtml(node.value));
        break;
      case 'html':
        this.write(node.value, node);
        break;
      case 'inlineCode':
        this.write(`<code>${escaped(node.value)}</code>`, node);
        break;
      case 'code':
        this.write(`<pre><code>${escaped(node.value)}\n</code></pre>`, node);
        break;
      case 'break':
        this.write('<br />\n', node);
        break;
      case 'thematicBreak':
        this.write('<hr />', node);
        break;
      case 'emphasis':
        this.element('em', node);
        break;
      case 'strong':
        this.element('strong', node);
        break;
      case 'link':
        this.link(node, hrefAttribute(node.url));
        break;
      case 'linkReference':
        this.link(node, { label: node.identifier });
        break;
      case 'definition': {
        const { start, end } = node.position ?? {};
        this.definitions.push({
          label: node.identifier,
          url: node.url,
          start: start?.offset ?? 0,
          end: end?.offset ?? 0,
        });
        break;
      }
      case 'image':
      case 'imageReference':
        this.write('<img />', node);
        break;
      case 'heading':
        this.element(`h${node.depth}`, node);
        break;
      case 'paragraph':
        if (node.data?.bare) this.children(node, '');
        else this.element('p', node);
        break;
      case 'blockquote':
        this.container('blockquote', node);
        break;
      case 'list':
        this.container(node.ordered ? 'ol' : 'ul', node);
        break;
      case 'listItem':
        this.container(node.data?.loneContent ? '' : 'li', node);
        break;
    }
  }
}

/** What looks like a character reference stays one: the parser has decoded those that are. */
const AMPERSAND = /&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)/gi;

function escaped(text: string): string {
  return text.replace(AMPERSAND, '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** CI's Python-Markdown (3.8) is newer than the site's: it leaves these as they are. */
const INSTRUCTION = /(<\?(?:(?!<\?|\?>)[\s\S])*\?>|<!\[CDATA\[(?:(?!<!\[CDATA\[|\]\]>)[\s\S])*\]\]>)/;

function textHtml(text: string): string {
  if (!text.includes('<')) return escaped(text);
  // Splitting at a group gives the matches at odd places.
  const parts = text.split(INSTRUCTION);
  return parts.map((part, index) => (index % 2 === 0 ? escaped(part) : part)).join('');
}

export function hrefAttribute(url: string): string {
  return ` href="${escaped(url).replaceAll('"', '&quot;')}"`;
}
