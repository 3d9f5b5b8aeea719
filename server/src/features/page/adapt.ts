import type { Element, ElementContent, Nodes, Root } from 'hast';
import { placeholderOfComment } from '../../newsletter/placeholders/placeholders';
import { PLACEHOLDERS } from '../../newsletter/placeholders/specs';
import { collapsed } from '../../text/whitespace';

/** What a page wants of the site's HTML beyond what the site has. */
export interface AdaptOptions {
  /** Number of the line at an offset that the tree's properties tell; absent on pages that do not follow an editor. */
  readonly lineOf?: ((offset: number) => number) | undefined;
  /** The same for an offset into the text that the tree was parsed from. */
  readonly lineInTree?: ((offset: number) => number) | undefined;
  /** Shows what is still to be filled in. */
  readonly placeholders: boolean;
}

const LINKS: ReadonlySet<string> = new Set(
  PLACEHOLDERS.filter(({ form }) => form === 'link').map(({ starts }) => starts),
);
/** How much of a placeholder's text is shown. */
const SHOWN = 90;

/**
 * Makes the site's HTML fit for a page: lines, as editors count them, instead of offsets; no styles, which the page's
 * policy forbids; comments are shown where they stand for something to be filled in, and else left out.
 *
 * @returns whether there is HTML of the author left to be read
 */
export function adaptTree(tree: Root, options: AdaptOptions): boolean {
  let hasRaw = false;
  const visit = (node: Nodes): void => {
    if (node.type === 'element') adaptElement(node, options);
    if (!('children' in node)) return;
    if (node.children.some(isRawComment)) {
      const children = node.children.flatMap((child) =>
        isRawComment(child) ? readComments(child, node.type === 'root', options) : [child as ElementContent],
      );
      node.children = children;
    }
    for (const child of node.children) {
      if (child.type === 'raw') hasRaw = true;
      else visit(child as ElementContent);
    }
  };
  visit(tree);
  return hasRaw;
}

function adaptElement(node: Element, { lineOf, placeholders }: AdaptOptions): void {
  const { dataSourceStart: start, dataSourceEnd: _, style, ...properties } = node.properties;
  const align = /^text-align:\s*(left|center|right);?$/.exec(String(style ?? ''))?.[1];
  node.properties = {
    ...properties,
    ...(align === undefined ? {} : { align }),
    ...(typeof start === 'number' && lineOf ? { dataSourceLine: lineOf(start) } : {}),
    ...(placeholders && LINKS.has(String(properties.href)) ? { className: ['twir-placeholder'] } : {}),
  };
}

type RawNode = Extract<Nodes, { type: 'raw' }>;

function isRawComment(node: Nodes): node is RawNode {
  return node.type === 'raw' && node.value.startsWith('<!--');
}

/** Takes apart what begins with a comment; a comment without end stays for whoever reads HTML. */
function readComments(node: RawNode, atRoot: boolean, options: AdaptOptions): ElementContent[] {
  const result: ElementContent[] = [];
  const { value, position } = node;
  let done = 0;
  for (let from = 0; from >= 0; from = value.indexOf('<!--', done)) {
    const end = value.indexOf('-->', from + 4);
    if (end < 0) break;
    pushRaw(result, value.slice(done, from));
    done = end + 3;
    const comment = value.slice(from + 4, end);
    if (options.placeholders && placeholderOfComment(comment)) {
      const start = position?.start.offset;
      const line = start === undefined ? undefined : options.lineInTree?.(start + from);
      result.push(chip(comment, atRoot, line));
    }
  }
  pushRaw(result, value.slice(done));
  return result;
}

function pushRaw(into: ElementContent[], value: string): void {
  if (value.trim() !== '') into.push({ type: 'raw', value });
}

function chip(comment: string, atRoot: boolean, line: number | undefined): Element {
  const text = collapsed(comment).trim();
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()} …` : text;
  return {
    type: 'element',
    tagName: atRoot ? 'p' : 'span',
    properties: {
      className: ['twir-placeholder'],
      title: `To be filled in: ${text}`,
      ...(line === undefined ? {} : { dataSourceLine: line }),
    },
    children: [{ type: 'text', value: shown }],
  };
}
