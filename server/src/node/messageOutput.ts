import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Writes header and body of a message at once, as one text. Written one after the other, the header wakes a client that
 * can do nothing with it, at the cost of whoever writes the body.
 */
export class MessageOutput extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly output: NodeJS.WritableStream) {
    super();
    output.on('error', (error) => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const text = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    await new Promise<void>((done, fail) => {
      this.output.write(text, (error) => (error ? fail(error) : done()));
    });
  }

  end(): void {
    this.output.end();
  }
}
