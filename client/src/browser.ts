import { type ExtensionContext, Uri, workspace } from 'vscode';
import { type Activated, activateWith } from './activate';

/** VS Code in a browser: the server is a worker. */
export function activate(context: ExtensionContext): Activated {
  const program = Uri.joinPath(context.extensionUri, 'dist/server.program.js');
  let worker: Worker | undefined;
  const stop = () => {
    worker?.terminate();
    worker = undefined;
  };
  context.subscriptions.push({ dispose: stop });
  return activateWith(context, async () => {
    const { startExtension } = await import('./start');
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      'vscode-languageclient/browser'
    );
    await startExtension(context, (id, name, options) => {
      const server = async () => {
        stop();
        worker = await startWorker(program);
        // Not the worker itself: VS Code replaces `Worker`, so that the client would not recognize it as one.
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      };
      return new LanguageClient(id, name, server, options);
    });
  });
}

/**
 * Starts a worker. VS Code refuses to start one from an extension that a remote server hands out
 * (`vscode-remote:`): then the program is read and started from memory.
 */
async function startWorker(program: Uri): Promise<Worker> {
  if (program.scheme === 'http' || program.scheme === 'https') return new Worker(program.toString(true));
  const bytes = await workspace.fs.readFile(program);
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'text/javascript' }));
  return new Worker(url);
}
