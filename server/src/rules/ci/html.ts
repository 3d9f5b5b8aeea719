import type { Definition, Nodes, Parents, Root } from 'mdast';
import { parseMarkdown } from '../../markdown/index';
import type { Range } from '../../text/sourceText';

/** HTML, and where in the Markdown its parts come from. */
export interface PlacedHtml {
  readonly html: string;
  /** The Markdown that an element at an offset of the HTML was made of. */
  placeAt(offset: number): Place | undefined;
}

export interface Place extends Range {
  /** What made the element; `html` where the author wrote the tag. */
  readonly node: Nodes;
  /** Where the address of a reference link stands. */
  readonly definition: Definition | undefined;
}

/** Renders an issue as `markdown.markdown(text)` does: Python-Markdown without extensions, front matter and all. */
export function plainHtml(text: string): PlacedHtml {
  const writer = new HtmlWriter(text, parseMarkdown(text, { extensions: false }));
  return { html: writer.html, placeAt: (offset) => writer.placeAt(offset) };
}

/** Part of the HTML that came from one node. */
interface Part {
  readonly at: number;
  readonly node: Nodes;
}

class HtmlWriter {
  private readonly chunks: string[] = [];
  private readonly parts: Part[] = [];
  private readonly definitions = new Map<string, Definition>();
  private length = 0;
  readonly html: string;

  constructor(
    private readonly text: string,
    root: Root,
  ) {
    this.collect(root);
    this.children(root, '\n');
    this.html = this.chunks.join('').trimEnd();
  }

  placeAt(offset: number): Place | undefined {
    let low = 0;
    let high = this.parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.parts[middle]!.at <= offset) low = middle + 1;
      else high = middle;
    }
    const part = this.parts[low - 1];
    const start = part?.node.position?.start.offset;
    const end = part?.node.position?.end.offset;
    if (!part || start === undefined || end === undefined) return undefined;
    const { node } = part;
    const definition = 'identifier' in node ? this.definitions.get(node.identifier) : undefined;
    // A tag of the author's stands where it stands, unless the piece around it was written anew.
    if (node.type === 'html' && node.value === this.text.slice(start, end)) {
      const at = start + offset - part.at;
      const close = this.text.indexOf('>', at);
      return { start: at, end: close < 0 || close >= end ? end : close + 1, node, definition };
    }
    return { start, end, node, definition };
  }

  /** The last definition of a label wins. */
  private collect(node: Nodes): void {
    if (node.type === 'definition') this.definitions.set(node.identifier, node);
    else if ('children' in node) for (const child of node.children) this.collect(child);
  }

  private write(html: string, node?: Nodes): void {
    if (node) this.parts.push({ at: this.length, node });
    this.chunks.push(html);
    this.length += html.length;
  }

  private element(name: string, node: Parents, attributes = ''): void {
    this.write(`<${name}${attributes}>`, node);
    this.children(node, '');
    this.write(`</${name}>`);
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
      if (child.type === 'definition') return;
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
        this.write(escaped(node.value));
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
        this.element('a', node, href(node.url));
        break;
      case 'linkReference':
        this.element('a', node, href(this.definitions.get(node.identifier)?.url ?? ''));
        break;
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

function href(url: string): string {
  return ` href="${escaped(url).replaceAll('"', '&quot;')}"`;
}
