import { commands, type LogOutputChannel, window } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** A server that ends again within this time has not recovered. */
const RECOVERY_MS = 3 * 60_000;

/**
 * What becomes of a server that ends by itself: it is started again once, with all open documents; when that one ends
 * too, nothing is tried any more before the author says so.
 */
export class Crashes implements ErrorHandler {
  private last: number | undefined;

  constructor(private readonly log: LogOutputChannel) {}

  error(error: Error): { action: ErrorAction; handled: boolean } {
    // A message that can't be read costs a line; a server that is gone is told of by `closed`.
    this.log.error(`The connection to the language server: ${error.message}`);
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): { action: CloseAction; handled: boolean } {
    const now = Date.now();
    const again = this.last !== undefined && now - this.last < RECOVERY_MS;
    this.last = now;
    this.log.error(
      again ? 'The language server ended again.' : 'The language server ended and is started again.',
    );
    if (!again) return { action: CloseAction.Restart, handled: true };
    void offerRestart('The language server of This Week in Rust has crashed repeatedly.');
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}

/** Tells that there is no server, and what can be done about it. */
export async function offerRestart(message: string): Promise<void> {
  const [restart, show] = ['Restart', 'Show Log'];
  const answer = await window.showErrorMessage(message, restart, show);
  if (answer === restart) await commands.executeCommand('twir.restartServer');
  if (answer === show) await commands.executeCommand('twir.showOutput');
}
