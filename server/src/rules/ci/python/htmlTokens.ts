import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { PythonError } from './error';
import { numberedCharacter, unescapeHtml } from './references';

/** What Python's `html.parser` (3.12) reports while it goes over HTML. */
export type HtmlToken =
  | {
      readonly type: 'start';
      readonly name: string;
      /** Its last `href`, decoded; undefined without one. */
      readonly href: string | undefined;
      /** Written `<name/>`. */
      readonly closed: boolean;
      /** Offset into the HTML. */
      readonly at: number;
    }
  | { readonly type: 'end'; readonly name: string }
  /** `aside`: comments and declarations, which are strings to the checks, but no text. */
  | { readonly type: 'text' | 'aside'; readonly value: string };

const SPACE = '\\s\\x1c-\\x1f\\x85';
const S = `[${SPACE}]`;
const NAME = '[a-zA-Z][^\\t\\n\\r\\f />\\0]*';
const GAP = `(?:${S}|/(?!>))*`;
const ATTRIBUTE_NAME = `(?<=['"${SPACE}/])[^${SPACE}/>][^${SPACE}/=>]*`;
const VALUE = `(?:'[^']*'|"[^"]*"|(?!['"])[^>${SPACE}]*)`;
const START_TAG = new RegExp(
  `<${NAME}(?:[${SPACE}/]*(?:${ATTRIBUTE_NAME}(?:${S}*=+${S}*${VALUE}${S}*)?${GAP})*)?${S}*`,
  'y',
);
const TAG_NAME = new RegExp(`(${NAME})${GAP}`, 'y');
const ATTRIBUTE = new RegExp(`(${ATTRIBUTE_NAME})(?:${S}*=+${S}*(${VALUE}))?${GAP}`, 'y');
const END_TAG = new RegExp(`</${S}*([a-zA-Z][-.a-zA-Z0-9:_]*)${S}*>`, 'y');
const COMMENT_END = new RegExp(`--${S}*>`, 'g');
const NUMBERED = /&#(?:([0-9]+)|[xX]([0-9a-fA-F]+))(?:;|(?=[^0-9a-fA-F]))/y;
const NAMED = /&([a-zA-Z][-.a-zA-Z0-9]*)(?:;|(?=[^a-zA-Z0-9]))/y;
/** In these only their end tag is markup. */
const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style']);

/** Reads HTML as Python's `html.parser` does. @throws PythonError where that ends with an exception */
export function htmlTokens(html: string): Iterable<HtmlToken> {
  return new HtmlReader(html).tokens();
}

/**
 * The tokens of HTML that is complete in itself: whatever stands before or after it, it is read the same.
 *
 * @returns undefined for other HTML
 */
export function completeTokens(html: string): readonly HtmlToken[] | undefined {
  return new HtmlReader(html).complete();
}

/** A token, if any, and where the text goes on. */
interface Read {
  readonly token?: HtmlToken;
  readonly end: number;
}

class HtmlReader {
  private at = 0;
  /** The element whose end tag alone is markup. */
  private rawText: string | undefined;

  constructor(private readonly html: string) {}

  /** Python reads what there is, and what that left once more as the end of the text. */
  *tokens(): Generator<HtmlToken> {
    yield* this.pass(false);
    yield* this.pass(true);
    if (this.at < this.html.length && !this.rawText) yield { type: 'text', value: this.html.slice(this.at) };
  }

  complete(): readonly HtmlToken[] | undefined {
    const tokens = [...this.pass(false)];
    return this.at === this.html.length && !this.rawText ? tokens : undefined;
  }

  private *pass(last: boolean): Generator<HtmlToken> {
    const { html } = this;
    while (this.at < html.length) {
      const next = this.nextMarkup();
      if (next < 0) return;
      if (next > this.at) yield { type: 'text', value: html.slice(this.at, next) };
      this.at = next;
      if (next === html.length) return;
      if (html[next] === '&') {
        const reference = readReference(html, next);
        if (reference?.token) yield reference.token;
        this.at = reference?.end ?? next;
        if (!reference || reference.stop) return;
        continue;
      }
      if (next + 1 === html.length) return;
      const read = this.markup() ?? (last ? this.incomplete() : undefined);
      if (!read) return;
      this.at = read.end;
      if (read.token) yield read.token;
    }
  }

  /** -1 where a raw text has no end. */
  private nextMarkup(): number {
    const pattern = this.rawText ? new RegExp(`</${S}*${this.rawText}${S}*>`, 'gi') : /[&<]/g;
    pattern.lastIndex = this.at;
    return pattern.exec(this.html)?.index ?? (this.rawText ? -1 : this.html.length);
  }

  /** @returns undefined for what is not complete */
  private markup(): Read | undefined {
    const { html, at } = this;
    if (/[a-zA-Z]/.test(html[at + 1]!)) return this.startTag();
    if (html[at + 1] === '/') return this.endTag();
    if (html.startsWith('<!--', at)) return closedBy(html, at, 4, COMMENT_END);
    if (html.startsWith('<![', at)) return markedSection(html, at);
    if (html[at + 1] === '!' || html[at + 1] === '?') return closedBy(html, at, 2, />/g);
    return textTo(html, at, at + 1);
  }

  /** Text up to its `>`, else up to the next `<`. */
  private incomplete(): Read {
    const { html, at } = this;
    const close = html.indexOf('>', at + 1);
    const open = html.indexOf('<', at + 1);
    return textTo(html, at, close >= 0 ? close + 1 : open >= 0 ? open : at + 1);
  }

  private startTag(): Read | undefined {
    const { html, at } = this;
    START_TAG.lastIndex = at;
    START_TAG.exec(html);
    let end = START_TAG.lastIndex;
    if (html[end] === '>') end += 1;
    else if (html.startsWith('/>', end)) end += 2;
    else if (/^[a-zA-Z=/]?$/.test(html[end] ?? '')) return undefined;
    else return textTo(html, at, end);

    TAG_NAME.lastIndex = at + 1;
    const name = TAG_NAME.exec(html)![1]!.toLowerCase();
    let next = TAG_NAME.lastIndex;
    let href: string | undefined;
    while (next < end) {
      ATTRIBUTE.lastIndex = next;
      const attribute = ATTRIBUTE.exec(html);
      if (!attribute) break;
      next = ATTRIBUTE.lastIndex;
      if (attribute[1]!.toLowerCase() === 'href') href = unescapeHtml(unquoted(attribute[2] ?? ''));
    }
    const closing = html.slice(next, end).trim();
    if (closing !== '>' && closing !== '/>') return textTo(html, at, end);
    const closed = closing === '/>';
    if (!closed && RAW_TEXT.has(name)) this.rawText = name;
    return { token: { type: 'start', name, href, closed, at }, end };
  }

  private endTag(): Read | undefined {
    const { html, at } = this;
    const close = html.indexOf('>', at + 1);
    if (close < 0) return undefined;
    END_TAG.lastIndex = at;
    const whole = END_TAG.exec(html)?.[1]?.toLowerCase();
    if (whole !== undefined) {
      this.rawText = undefined;
      return { token: { type: 'end', name: whole }, end: close + 1 };
    }
    TAG_NAME.lastIndex = at + 2;
    const name = TAG_NAME.exec(html)?.[1]?.toLowerCase();
    if (name !== undefined)
      return { token: { type: 'end', name }, end: html.indexOf('>', TAG_NAME.lastIndex) + 1 };
    return html[at + 2] === '>' ? { end: at + 3 } : closedBy(html, at, 2, />/g);
  }
}

function textTo(html: string, from: number, end: number): Read {
  return { token: { type: 'text', value: html.slice(from, end) }, end };
}

/** A comment or a declaration. @param opening how many characters open it */
function closedBy(html: string, at: number, opening: number, closing: RegExp): Read | undefined {
  closing.lastIndex = at + opening;
  const match = closing.exec(html);
  if (!match) return undefined;
  return {
    token: { type: 'aside', value: html.slice(at + opening, match.index) },
    end: match.index + match[0].length,
  };
}

const MARKED_SECTION = new RegExp(`<!\\[([a-zA-Z][-_.a-zA-Z0-9]*)${S}*`, 'y');

/** `<![CDATA[…]]>` and what Office writes. */
function markedSection(html: string, at: number): Read | undefined {
  if (html.length === at + 3) return undefined;
  MARKED_SECTION.lastIndex = at;
  const section = MARKED_SECTION.exec(html)?.[1]?.toLowerCase();
  if (section === undefined) throw new PythonError('expected name token');
  if (MARKED_SECTION.lastIndex === html.length) return undefined;
  const standard = /^(?:temp|cdata|ignore|include|rcdata)$/.test(section);
  if (!standard && !/^(?:if|else|endif)$/.test(section))
    throw new PythonError(`unknown status keyword “${section}” in marked section`);
  const read = closedBy(html, at, 3, new RegExp(`${standard ? `\\]${S}*` : ''}\\]${S}*>`, 'g'));
  if (read?.token?.type !== 'aside' || !/^CDATA\[/i.test(read.token.value)) return read;
  return { token: { type: 'text', value: read.token.value.slice(6) }, end: read.end };
}

/**
 * A character reference. Python's slip: one that is none ends the pass, and in the last pass everything after it is
 * text.
 */
function readReference(html: string, at: number): (Read & { readonly stop?: boolean }) | undefined {
  NUMBERED.lastIndex = at;
  const numbered = NUMBERED.exec(html);
  if (numbered) {
    const value = numberedCharacter(numbered[1], numbered[2]);
    return { token: { type: 'text', value }, end: NUMBERED.lastIndex };
  }
  if (html[at + 1] === '#') {
    return html.includes(';', at) ? { ...textTo(html, at, at + 2), stop: true } : undefined;
  }
  NAMED.lastIndex = at;
  const named = NAMED.exec(html)?.[1];
  if (named !== undefined) {
    const value = decodeNamedCharacterReference(named) || `&${named}`;
    return { token: { type: 'text', value }, end: NAMED.lastIndex };
  }
  if (/[a-zA-Z]/.test(html[at + 1] ?? '') || at + 1 === html.length) return undefined;
  return textTo(html, at, at + 1);
}

function unquoted(value: string): string {
  return value.length > 1 && /^['"]/.test(value) && value.endsWith(value[0]!) ? value.slice(1, -1) : value;
}
