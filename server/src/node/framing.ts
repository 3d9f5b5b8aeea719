/** More than any message that a client sends: a document is read up to 1 MB. */
const LONGEST_BODY = 256 * 1024 * 1024;
const LONGEST_HEADER = 16 * 1024;
const END = '\r\n\r\n';

/**
 * Follows how messages are framed (`Content-Length`, an empty line, the body). After a length that can't be right
 * nobody knows where the next message begins: what reads them would wait for it for ever, and keep all that comes.
 */
export class Framing {
  private header = '';
  private body = 0;

  /** @returns what is wrong with the framing up to the end of these bytes; `undefined` when nothing is */
  next(bytes: Uint8Array): string | undefined {
    for (let at = 0; at < bytes.length; ) {
      if (this.body > 0) {
        const read = Math.min(this.body, bytes.length - at);
        this.body -= read;
        at += read;
        continue;
      }
      const before = this.header.length;
      const upTo = Math.min(bytes.length, at + LONGEST_HEADER);
      this.header += Buffer.from(bytes.buffer, bytes.byteOffset + at, upTo - at).toString('latin1');
      const end = this.header.indexOf(END, Math.max(0, before - END.length));
      if (end < 0) {
        if (this.header.length > LONGEST_HEADER) return `a header of more than ${LONGEST_HEADER} bytes`;
        at = upTo;
        continue;
      }
      at += end + END.length - before;
      const length = /^content-length:[ \t]*(-?\d+)/im.exec(this.header.slice(0, end))?.[1];
      this.header = '';
      // Without a number the reader passes over the header, and says so.
      this.body = Number(length ?? 0);
      if (this.body < 0 || this.body > LONGEST_BODY) return `a message of ${length} bytes`;
    }
    return undefined;
  }
}
