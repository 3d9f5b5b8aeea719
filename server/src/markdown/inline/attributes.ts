import { type Draft, lastChild } from '../blocks/tree';

const INLINE = /^\{:? *([^}\n ][^}\n]*)\}/;
const ATTRIBUTE = /([^\s=}]+)=(?:"([^"]*)"|'([^']*)'|([^\s=}]+))|([^\s=}]+)/g;
const ELEMENTS: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
]);

/**
 * Takes `{#id .class name=value}` directly behind an inline element as attributes of it: on the site the
 * braces vanish even where an author meant them.
 *
 * @param text the text between the element and the next one
 * @returns how many characters were taken
 */
export function takeInlineAttributes(node: Draft, text: string): number {
  if (text[0] !== '{' || !ELEMENTS.has(node.node.type)) return 0;
  const match = INLINE.exec(text);
  if (!match) return 0;
  setAttributes(node, match[1]!);
  return match[0].length;
}

/** At the end of a heading's text, behind blanks; of a paragraph's, on a line of its own. */
const HEADING = /(?<! ) +\{:? *([^}\n ][^}\n]*)\} *$/;
const PARAGRAPH = /^\n *\{:? *([^}\n ][^}\n]*)\} *$/;

/** Takes an attribute list at the end of a heading, or on the last line of a paragraph. */
export function takeBlockAttributes(node: Draft): void {
  const { type } = node.node;
  if (type !== 'heading' && type !== 'paragraph') return;
  const last = lastChild(node)?.node;
  if (last?.type !== 'text' || !last.value.includes('{')) return;
  const from = lastListStart(last.value);
  const match = (type === 'heading' ? HEADING : PARAGRAPH).exec(last.value.slice(from));
  if (!match) return;
  last.value = last.value.slice(0, from + match.index);
  setAttributes(node, match[1]!);
}

/** Where a list that ends a text may begin at the earliest: in its last line, behind all that is closed before. */
function lastListStart(text: string): number {
  const close = text.lastIndexOf('}') - 1;
  return Math.max(text.lastIndexOf('\n', close), text.lastIndexOf('}', close) + 1, 0);
}

/** Adds the attributes of an attribute list to a node. */
function setAttributes({ node }: Draft, list: string): void {
  const properties: Record<string, string> = {};
  const classes: string[] = [];
  for (const [, name, double, single, bare, word = ''] of list.matchAll(ATTRIBUTE)) {
    if (name) properties[sanitizeName(name)] = double ?? single ?? bare ?? '';
    else if (word.startsWith('.')) classes.push(word.slice(1));
    else if (word.startsWith('#')) properties.id = word.slice(1);
    else properties[sanitizeName(word)] = sanitizeName(word) === word ? '' : word;
  }
  if (classes.length > 0) properties.class = classes.join(' ');
  node.data = { ...node.data, hProperties: properties };
}

/** What cannot stand in an attribute's name becomes `_`. */
function sanitizeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}_:.-]+/gu, '_');
}
