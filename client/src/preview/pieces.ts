import type { PagePiece } from '../../../server/src/protocol/page';
import type { Mark } from './scroll';

/** The article as the pieces that the server makes: only those that changed are replaced. */
export class Pieces {
  /** HTML by key: a piece may come back without it, or twice. */
  private html = new Map<string, string>();
  private shown: { readonly key: string; readonly element: HTMLElement; readonly line: number }[] = [];

  constructor(private readonly article: HTMLElement) {}

  /** @returns false when the HTML of a piece is missing */
  update(pieces: readonly PagePiece[]): boolean {
    const html = new Map<string, string>();
    for (const piece of pieces) {
      const text = piece.html ?? this.html.get(piece.key);
      if (text === undefined) return false;
      html.set(piece.key, text);
    }
    const old = new Map<string, HTMLElement[]>();
    for (const { key, element } of this.shown) {
      const elements = old.get(key);
      if (elements) elements.push(element);
      else old.set(key, [element]);
    }
    this.shown = pieces.map(({ key, line }) => ({
      key,
      line,
      element: old.get(key)?.shift() ?? make(html.get(key)!),
    }));
    for (const elements of old.values()) for (const element of elements) element.remove();
    this.shown.forEach(({ element }, index) => {
      if (this.article.children[index] !== element)
        this.article.insertBefore(element, this.article.children[index] ?? null);
    });
    this.html = html;
    return true;
  }

  clear(): void {
    this.html.clear();
    this.shown = [];
    this.article.replaceChildren();
  }

  /** The elements that say which line of the document they come from, in the order of the page. */
  *lines(): Generator<{ readonly line: number; readonly element: HTMLElement; readonly piece: HTMLElement }> {
    for (const { element: piece, line } of this.shown) {
      for (const element of piece.querySelectorAll<HTMLElement>('[data-source-line]'))
        yield { line: line + Number(element.dataset.sourceLine), element, piece };
    }
  }

  /** Where the text begins. */
  left(): number {
    return this.article.getBoundingClientRect().left;
  }

  marks(): Mark[] {
    const result: Mark[] = [];
    for (const { line, element } of this.lines()) {
      if (result.at(-1)?.line === line) continue;
      result.push({ line, top: element.getBoundingClientRect().top + window.scrollY });
    }
    return result;
  }

  /** The line that an element of the article comes from. */
  lineOf(element: Element): number | undefined {
    const source = element.closest<HTMLElement>('[data-source-line]');
    const piece = this.shown.find((shown) => shown.element.contains(source));
    return source && piece ? piece.line + Number(source.dataset.sourceLine) : undefined;
  }
}

function make(html: string): HTMLElement {
  const piece = document.createElement('div');
  piece.className = 'twir-piece';
  for (const node of parse(html)) piece.append(node);
  // The site ends a heading that has links with an empty one to itself; it is nothing to stop at.
  for (const empty of piece.querySelectorAll<HTMLElement>('a.toclink:empty')) {
    empty.tabIndex = -1;
    empty.setAttribute('aria-hidden', 'true');
  }
  return piece;
}

/** Reads HTML in a document of its own: nothing of it is loaded or run meanwhile. */
export function parse(html: string): Node[] {
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes];
}
