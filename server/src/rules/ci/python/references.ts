import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** Names of characters that HTML also knows without a semicolon. */
const LEGACY: readonly string[] = (
  'AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave ' +
  'Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute ' +
  'acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc ' +
  'egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp ' +
  'not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 ' +
  'sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml'
).split(' ');

/** `html.unescape(text)`: character references of an attribute, the old ones without semicolon too. */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#([0-9]+);?|#[xX]([0-9a-fA-F]+);?|([^\t\n\f <&#;]{1,32}(;?)))/g,
    (all, decimal?: string, hexadecimal?: string, name = '', semicolon?: string) => {
      if (decimal || hexadecimal) return numberedCharacter(decimal, hexadecimal);
      const whole = semicolon && decodeNamedCharacterReference(name.slice(0, -1));
      if (whole) return whole;
      const legacy = LEGACY.filter((known) => name.startsWith(known)).sort((a, b) => b.length - a.length)[0];
      return legacy ? decodeNamedCharacterReference(legacy) + name.slice(legacy.length) : all;
    },
  );
}

/** The character of `&#…;`; a replacement character where there is none. */
export function numberedCharacter(decimal: string | undefined, hexadecimal: string | undefined): string {
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : '\ufffd';
}
