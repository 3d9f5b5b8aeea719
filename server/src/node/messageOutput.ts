import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { MessageBytes } from './messageBytes';

/**
 * Writes header and body of a message at once. Written one after the other, the header wakes a client that
 * can do nothing with it, at the cost of whoever writes the body.
 */
export class MessageOutput extends AbstractMessageWriter implements MessageWriter {
  private readonly bytes = new MessageBytes();

  constructor(private readonly output: NodeJS.WritableStream) {
    super();
    output.on('error', (error) => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    const bytes = this.bytes.of(message);
    await new Promise<void>((done, fail) => {
      this.output.write(bytes, (error) => (error ? fail(error) : done()));
    });
  }

  end(): void {
    this.output.end();
  }
}
