import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/**
 * The DOM of a piece of HTML as text in which two pieces that look the same to a reader are equal: white
 * space counts as a browser shows it, comments and the colors of code do not count.
 */
export function domText(html: string): string {
  return contentOf(parseFragment(html).childNodes, true);
}

function contentOf(nodes: readonly Node[], inBlock: boolean): string {
  const parts: { text: string; block: boolean }[] = [];
  for (const node of nodes) {
    if (node.nodeName === '#comment') continue;
    const last = parts[parts.length - 1];
    if ('value' in node) {
      const text = escapeText(node.value).replace(/[ \t\r\n\f]+/g, ' ');
      if (last && !last.text.startsWith('<')) last.text = (last.text + text).replace(/ +/g, ' ');
      else parts.push({ text, block: false });
    } else if ('tagName' in node) {
      parts.push({ text: elementText(node), block: BLOCKS.has(node.tagName) || node.tagName === 'br' });
    }
  }
  return parts
    .map(({ text }, index) => {
      if (text.startsWith('<')) return text;
      const before = parts[index - 1];
      const after = parts[index + 1];
      const start = before ? before.block : inBlock;
      const end = after ? after.block && !after.text.startsWith('<br') : inBlock;
      const trimmed = start ? text.trimStart() : text;
      return end || after?.text.startsWith('<br') ? trimmed.trimEnd() : trimmed;
    })
    .join('');
}

function elementText(node: DefaultTreeAdapterTypes.Element): string {
  if (node.tagName === 'pre') return `<pre>${escapeText(textOf(node).trim())}</pre>`;
  const attributes = node.attrs
    .map(({ name, value }) => ` ${name}="${escapeText(value)}"`)
    .sort()
    .join('');
  return `<${node.tagName}${attributes}>${contentOf(node.childNodes, BLOCKS.has(node.tagName))}</${node.tagName}>`;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map((child) => textOf(child)).join('') : '';
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
