import type { ElementContent, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';

/** The default lets only its own class names through; ours lets those of the site through, whichever they are. */
const WITHOUT_CLASSES = Object.fromEntries(
  Object.entries(defaultSchema.attributes ?? {}).map(([tag, list]) => [
    tag,
    list.filter((attribute) => !Array.isArray(attribute) || attribute[0] !== 'className'),
  ]),
);

/** What these elements hold is dropped with them: it was never meant to be read as text. */
const STRIPPED = [
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'noscript',
  'svg',
  'math',
  'textarea',
  'title',
  'select',
];

/**
 * Elements, attributes and link schemes that may stand in a page within the editor. Nothing runs, nothing is loaded
 * and nothing can be filled in.
 */
const SCHEMA: Schema = {
  ...defaultSchema,
  strip: STRIPPED,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'input'),
    ...['small', 'u', 'mark', 'abbr', 'figure', 'figcaption', 'center', 'cite', 'time', 'wbr'],
  ],
  attributes: {
    ...WITHOUT_CLASSES,
    '*': [...(WITHOUT_CLASSES['*'] ?? []), 'className', 'dataSourceLine'],
    details: [...(WITHOUT_CLASSES.details ?? []), 'open'],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

/** In a page of its own there is nothing that an id could pass for, and links to headings shall work. */
const OWN_PAGE: Schema = { ...SCHEMA, clobber: [] };

/** Takes out of a tree all that could do harm in a page. @param ownPage the tree becomes a document of its own */
export function sanitizePreview<T extends Nodes>(tree: T, ownPage = false): T {
  return sanitize(tree, ownPage ? OWN_PAGE : SCHEMA) as T;
}

/** Elements that have no end tag, or one that may be left out because the next of the kind ends them. */
const ENDLESS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr dd dt li option p td th tr'.split(
    ' ',
  ),
);
/** Elements that a browser knows: others neither format nor swallow what follows. */
const KNOWN: ReadonlySet<string> = new Set([...(SCHEMA.tagNames ?? []), ...STRIPPED]);
/** More elements within each other than any author wrote: trees are walked recursively. */
const DEEPEST = 40;

/** Counts which elements the author's HTML leaves open. Linear in its length. */
export class OpenTags {
  private readonly counts = new Map<string, number>();
  private total = 0;
  private deepest = 0;

  add(html: string): void {
    // Tags in a comment are none; a comment without end takes the rest.
    const text = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
    for (const [, slash, tag] of text.matchAll(/<(\/?)([A-Za-z][A-Za-z0-9]*)/g)) {
      const name = tag!.toLowerCase();
      if (ENDLESS.has(name)) continue;
      const open = this.counts.get(name) ?? 0;
      if (slash && open === 0) continue;
      this.counts.set(name, open + (slash ? -1 : 1));
      this.total += slash ? -1 : 1;
      this.deepest = Math.max(this.deepest, this.total);
    }
  }

  /** Whether an element of a kind that browsers know is still open: it goes on in what follows. */
  get isOpen(): boolean {
    for (const [name, count] of this.counts) if (count > 0 && KNOWN.has(name)) return true;
    return false;
  }

  get tooDeep(): boolean {
    return this.deepest > DEEPEST;
  }
}

/** Adds the author's HTML of a tree to a count. */
function countTags(node: Nodes, tags: OpenTags): void {
  if (node.type === 'raw') tags.add(node.value);
  else if ('children' in node) for (const child of node.children) countTags(child, tags);
}

/**
 * Reads the author's HTML in a tree as a browser would. HTML that nests deeper than any real one is shown as text:
 * a browser's repair of it takes more than linear time, and walking the result more stack than there is.
 */
export function parseRaw(tree: Root): Root {
  const tags = new OpenTags();
  countTags(tree, tags);
  if (tags.tooDeep) return withoutRaw(tree);
  return raw(tree) as Root;
}

function withoutRaw(tree: Root): Root {
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    node.children = node.children.map((child) =>
      child.type === 'raw' ? { type: 'text', value: child.value } : child,
    ) as ElementContent[];
    for (const child of node.children) visit(child as ElementContent);
  };
  visit(tree);
  return tree;
}
