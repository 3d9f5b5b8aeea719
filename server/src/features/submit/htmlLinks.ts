import { decodeReferences } from '../../markdown/inline/text';
import { linkKey } from '../../newsletter/links/keys';
import { collapsed } from '../../text/whitespace';

/** What browsers put into the clipboard beside an address is short. */
const LONGEST = 100_000;

/** The texts of the links of an HTML text by the keys of their addresses; the first of each. Linear in the text. */
export function htmlLinkTexts(html: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let open: { key: string; text: string } | undefined;
  const close = () => {
    const text = open && collapsed(decodeReferences(open.text)).trim();
    // An address that is shown as itself is no title.
    if (open && text && !/^https?:\/\//i.test(text) && !texts.has(open.key)) texts.set(open.key, text);
    open = undefined;
  };
  for (const piece of html.slice(0, LONGEST).split('<').slice(1)) {
    const end = piece.indexOf('>');
    const tag = end < 0 ? piece : piece.slice(0, end);
    if (/^\/?a(?:[\s>/]|$)/i.test(tag)) {
      close();
      const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag)?.slice(1).find(Boolean);
      if (href && !tag.startsWith('/')) open = { key: linkKey(decodeReferences(href)), text: '' };
    }
    if (open && end >= 0) open.text += piece.slice(end + 1);
  }
  close();
  return texts;
}
