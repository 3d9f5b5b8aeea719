/** More than any message that a client sends: a document is read up to 1 MB. */
const LONGEST_BODY = 256 * 1024 * 1024;
const LONGEST_HEADER = 16 * 1024;
const END = '\r\n\r\n';

/**
 * Takes messages out of their frames (`Content-Length`, an empty line, the body). After a length that can't be right
 * nobody knows where the next message begins: what reads them would wait for it for ever, and keep all that comes.
 */
export class Framing {
  private header = '';
  /** What has come of a body, and how many of its bytes have not. */
  private body: Buffer[] = [];
  private missing = 0;

  /**
   * @param told is given the body of each message that ends in these bytes; `undefined` for a header without its length
   * @returns what is wrong with the framing up to the end of these bytes; `undefined` when nothing is
   */
  next(bytes: Buffer, told: (body: Buffer | undefined) => void): string | undefined {
    for (let at = 0; at < bytes.length; ) {
      if (this.missing > 0) {
        const part = bytes.subarray(at, at + this.missing);
        this.missing -= part.length;
        at += part.length;
        this.body.push(part);
        if (this.missing > 0) return undefined;
        const { body } = this;
        this.body = [];
        told(body.length === 1 ? part : Buffer.concat(body));
        continue;
      }
      const before = this.header.length;
      const upTo = Math.min(bytes.length, at + LONGEST_HEADER);
      this.header += bytes.toString('latin1', at, upTo);
      const end = this.header.indexOf(END, Math.max(0, before - END.length));
      if (end < 0) {
        if (this.header.length > LONGEST_HEADER) return `a header of more than ${LONGEST_HEADER} bytes`;
        at = upTo;
        continue;
      }
      at += end + END.length - before;
      const length = /^content-length:[ \t]*(-?\d+)/im.exec(this.header.slice(0, end))?.[1];
      this.header = '';
      this.missing = Number(length ?? 0);
      if (this.missing < 0 || this.missing > LONGEST_BODY) return `a message of ${length} bytes`;
      if (this.missing === 0) told(length === undefined ? undefined : Buffer.alloc(0));
    }
    return undefined;
  }
}
