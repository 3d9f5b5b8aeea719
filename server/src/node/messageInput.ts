import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type MessageReader,
} from 'vscode-languageserver/node';
import { Framing } from './framing';

/**
 * Reads messages as soon as they are there. The library's own reader looks at the bytes several times, and reads one
 * message in a turn of the event loop.
 */
export class MessageInput extends AbstractMessageReader implements MessageReader {
  private readonly framing = new Framing();

  /** @param lost is told what is wrong when nobody can tell any more where a message begins */
  constructor(
    private readonly input: NodeJS.ReadableStream,
    private readonly lost: (problem: string) => void,
  ) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const read = (body: Buffer | undefined) => {
      try {
        if (!body) throw new Error('A header has no Content-Length');
        callback(JSON.parse(body.toString()));
      } catch (error) {
        this.fireError(error);
      }
    };
    const next = (bytes: Buffer) => {
      const problem = this.framing.next(bytes, read);
      if (problem !== undefined) this.lost(problem);
    };
    this.input.on('data', next);
    this.on('error', (error) => this.fireError(error));
    this.on('close', () => this.fireClose());
    return { dispose: () => this.input.off('data', next) };
  }

  /** By this and {@link read} the connection knows a stream, at whose end it ends the process. */
  on(event: string, listener: (value: unknown) => void): void {
    this.input.on(event, listener);
  }

  read(): unknown {
    return this.input.read();
  }
}
