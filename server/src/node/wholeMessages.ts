import { Writable } from 'node:stream';

/**
 * Writes header and body of a message at once. Written one after the other, the header wakes a client that can do
 * nothing with it, at the cost of whoever writes the body.
 */
export class WholeMessages extends Writable {
  private header: Buffer | undefined;

  constructor(private readonly output: NodeJS.WritableStream) {
    super({ decodeStrings: true });
    for (const event of ['error', 'close']) output.on(event, (error) => this.emit(event, error));
  }

  override _write(part: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    if (!this.header) {
      this.header = part;
      done();
      return;
    }
    const message = Buffer.concat([this.header, part]);
    this.header = undefined;
    this.output.write(message, done);
  }
}
