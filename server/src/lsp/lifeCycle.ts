import type { Connection, Disposable } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from './languageServer';

/**
 * Answers requests at the wrong time as LSP says: those before `initialize` with "server not initialized", a second
 * `initialize` and all after `shutdown` as invalid. Requests that nobody handles come here.
 */
export class LifeCycle {
  private state: 'new' | 'serving' | 'ended' = 'new';
  private handlers: readonly Disposable[] = [];

  constructor(connection: Connection) {
    connection.onRequest((method) => {
      if (this.state === 'new')
        throw new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize`);
      if (this.state === 'ended')
        throw new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown`);
      throw new ResponseError(ErrorCodes.MethodNotFound, `Unknown method ${method}`);
    });
  }

  /** @throws the refusal of a second `initialize` */
  begin(): void {
    if (this.state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'Initialized already');
    this.state = 'serving';
  }

  /** Handlers of requests, which are taken away at the end. */
  serve(...handlers: readonly (readonly Disposable[])[]): void {
    this.handlers = [...this.handlers, ...handlers.flat()];
  }

  end(): void {
    this.state = 'ended';
    for (const handler of this.handlers) handler.dispose();
  }
}
