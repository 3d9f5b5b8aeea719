import type { Message } from 'vscode-languageserver/node';

/**
 * Writes messages as JSON. Diagnostics and the outline are told again after every key, most of them as they were: their
 * bytes are kept.
 */
export class MessageBytes {
  /** By diagnostic or symbol, which never changes once it is told: its JSON, and a comma. */
  private readonly known = new WeakMap<object, Buffer>();

  /** @returns header and body, the bytes of what `JSON.stringify` makes */
  of(message: Message): Buffer | string {
    const { list, rest, end } = apart(message);
    const frame = JSON.stringify(rest);
    if (list.length === 0 || !frame.endsWith(`[${end}`)) {
      const body = list.length === 0 ? frame : JSON.stringify(message);
      return `${header(Buffer.byteLength(body))}${body}`;
    }
    const begin = frame.slice(0, -end.length);
    const parts = list.map((item) => this.bytesOf(item));
    // The end stands where the last part has its comma.
    let length = Buffer.byteLength(begin) + end.length - 1;
    for (const part of parts) length += part.length;
    const head = header(length);
    const bytes = Buffer.allocUnsafe(head.length + length);
    let at = bytes.write(head + begin);
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    bytes.write(end, at - 1);
    return bytes;
  }

  private bytesOf(item: object): Buffer {
    let bytes = this.known.get(item);
    if (!bytes) {
      bytes = Buffer.from(`${JSON.stringify(item)},`);
      this.known.set(item, bytes);
    }
    return bytes;
  }
}

const header = (length: number) => `Content-Length: ${length}\r\n\r\n`;

interface Apart {
  /** The diagnostics or symbols that a message tells. */
  readonly list: readonly object[];
  /** The message, with none in their place. */
  readonly rest: object;
  /** What follows the list where that is the last thing the message tells. */
  readonly end: string;
}

/** Takes diagnostics, pulled or pushed, or an outline out of their message. */
function apart(message: Message): Apart {
  const { method, params, result } = message as Telling;
  if (isOutline(result)) return { list: result, rest: { ...message, result: [] }, end: ']}' };
  if (result?.kind === 'full' && result.items)
    return { list: result.items, rest: { ...message, result: { ...result, items: [] } }, end: ']}}' };
  if (method === 'textDocument/publishDiagnostics' && params?.diagnostics) {
    const rest = { ...message, params: { ...params, diagnostics: [] } };
    return { list: params.diagnostics, rest, end: ']}}' };
  }
  return { list: [], rest: message, end: '' };
}

function isOutline(result: Telling['result']): result is readonly object[] & Telling['result'] {
  // Other lists may be of anything.
  return Array.isArray(result) && result[0]?.selectionRange !== undefined;
}

/** A message, with what it has if it tells diagnostics. */
interface Telling extends Message {
  readonly method?: string;
  readonly params?: { readonly diagnostics?: readonly object[] };
  readonly result?: { readonly kind?: string; readonly items?: readonly object[] } | null;
}
