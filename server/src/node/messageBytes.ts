import type { Message } from 'vscode-languageserver/node';

/** What ends a message whose list is empty and its last value, in what the message tells. */
const EMPTY_END = '[]}}';
const END = EMPTY_END.slice(1);

/** Writes messages as JSON. Diagnostics are told again after every key, most of them as they were: their bytes are kept. */
export class MessageBytes {
  /** By diagnostic, which never changes once it is told: its JSON, and a comma. */
  private readonly known = new WeakMap<object, Buffer>();

  /** @returns header and body, the bytes of what `JSON.stringify` makes */
  of(message: Message): Buffer | string {
    const { list, rest } = apart(message);
    const frame = JSON.stringify(rest);
    if (list.length === 0 || !frame.endsWith(EMPTY_END)) {
      const body = list.length === 0 ? frame : JSON.stringify(message);
      return `${header(Buffer.byteLength(body))}${body}`;
    }
    const begin = frame.slice(0, -END.length);
    const parts = list.map((item) => this.bytesOf(item));
    // The end stands where the last part has its comma.
    let length = Buffer.byteLength(begin) + END.length - 1;
    for (const part of parts) length += part.length;
    const head = header(length);
    const bytes = Buffer.allocUnsafe(head.length + length);
    let at = bytes.write(head + begin);
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    bytes.write(END, at - 1);
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
  /** The diagnostics that a message tells. */
  readonly list: readonly object[];
  /** The message, with none in their place. */
  readonly rest: object;
}

/** Takes diagnostics, pulled or pushed, out of their message. */
function apart(message: Message): Apart {
  const { method, params, result } = message as Telling;
  if (result?.kind === 'full' && result.items)
    return { list: result.items, rest: { ...message, result: { ...result, items: [] } } };
  if (method === 'textDocument/publishDiagnostics' && params?.diagnostics)
    return { list: params.diagnostics, rest: { ...message, params: { ...params, diagnostics: [] } } };
  return { list: [], rest: message };
}

/** A message, with what it has if it tells diagnostics. */
interface Telling extends Message {
  readonly method?: string;
  readonly params?: { readonly diagnostics?: readonly object[] };
  readonly result?: { readonly kind?: string; readonly items?: readonly object[] } | null;
}
