/** What is wrong with how an address is written between its parentheses. */
export interface AddressSlip {
  readonly message: string;
  /** What the parentheses should hold, the likeliest first. */
  readonly repairs: readonly { readonly title: string; readonly text: string }[];
  /** The first repair is right beyond doubt. */
  readonly sure: boolean;
  /** The link works all the same. */
  readonly mild?: boolean;
}

/** With nothing that doesn’t belong: most are. */
const PLAIN = /^https?:[^\s"'“”‘`]*$/i;
const WEB = /^(?:https?:\/\/|www\.)/i;
/** Begins with a host that is whole. */
const HOST = /^(?:https?:\/\/)?[^\s/.]+(?:\.[^\s/.]+)+(?:[/?#]|$)/i;
const ATTRIBUTES =
  /^([^\s"'“”<>]+)(?:["'”]\s*|\s+)((?:\s*(?:target|rel|class|title|style|id|download)\s*=\s*(?:"[^"]*"?|“[^”]*”?|'[^']*'?|[^\s"']+))+)\s*\/?>?$/i;
/** The title attribute of Markdown: `(https://example.com "A post")`. */
const POINTED = /^([^\s"'“”<>]+)\s+("[^"]*"|'[^']*')$/;
const HREF = /^<?(?:a\s+)?(?:href|src)\s*=\s*["'“]?((?:https?:\/\/|www\.)[^\s"'“”<>]+)["'”]?[^\r\n]*$/i;
const QUOTED = /^(?:"([^"]*)"|'([^']*)'|“([^“”]*)”|‘([^‘’]*)’|`([^`]*)`)$/;

/** Looks for attributes of HTML and for quotation marks around the address. @param held what the parentheses of a link hold */
export function attributeSlip(held: string): AddressSlip | undefined {
  const text = held.trim();
  if (PLAIN.test(text)) return undefined;
  const quoted = QUOTED.exec(text)
    ?.slice(1)
    .find((inner) => inner !== undefined);
  if (quoted !== undefined && WEB.test(quoted))
    return slip(
      'The address is in quotation marks',
      [['Remove the quotation marks', quoted]],
      !/\s/.test(quoted),
    );
  const href = HREF.exec(text)?.[1];
  if (href)
    return slip('The address is written as an attribute of HTML', [['Keep the address alone', href]], true);
  const pointed = WEB.test(text) ? POINTED.exec(text) : null;
  if (pointed) {
    const words = pointed[2]!.slice(1, -1).trim();
    const message =
      words === ''
        ? 'There are empty quotation marks after the address'
        : `Only who points at the link sees “${words}”, which follows the address`;
    return { ...slip(message, [['Keep the address alone', pointed[1]!]], true), mild: true };
  }
  const attributes = WEB.test(text) && ATTRIBUTES.exec(text);
  if (!attributes) return undefined;
  return slip(
    `The address has an attribute of HTML in it: “${attributes[2]!.trim()}”`,
    [['Remove the attribute', attributes[1]!]],
    true,
  );
}

/** Looks for a space in an address. */
export function spaceSlip(address: string): AddressSlip | undefined {
  const text = address.trim();
  if (PLAIN.test(text) || !WEB.test(text)) return undefined;
  const parts = text.split(/[ \t]+/);
  if (parts.length === 1) return undefined;
  const [first, ...others] = parts as [string, ...string[]];
  if (others.some((part) => WEB.test(part)))
    return slip(
      'There are two addresses in these parentheses',
      [
        ['Keep the first address', first],
        ['Keep the second address', others.find((part) => WEB.test(part))!],
      ],
      false,
    );
  const joined: [string, string] = ['Remove the space', parts.join('')];
  const escaped: [string, string] = ['Write the space as %20', parts.join('%20')];
  // What has no whole host before its first space is no address yet.
  if (!HOST.test(first)) return slip('The address has a space in it', [joined], false);
  const cut: [string, string] = ['Keep what is before the space', first];
  // Next to one of these it comes from a line that was broken there.
  const broken = /[/?#&=._-][ \t]|[ \t][/?#&=._-]/.test(text);
  return slip(
    'The address has a space in it',
    broken ? [joined, escaped, cut] : [escaped, joined, cut],
    false,
  );
}

function slip(message: string, repairs: readonly (readonly [string, string])[], sure: boolean): AddressSlip {
  return { message, repairs: repairs.map(([title, text]) => ({ title, text })), sure };
}
