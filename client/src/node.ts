import type { ExtensionContext } from 'vscode';

/** Starts everything in VS Code with a Node host: the server is a process of its own. */
export async function startInNode(context: ExtensionContext): Promise<void> {
  const { startExtension } = await import('./start');
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const module = context.asAbsolutePath('dist/server.js');
  const transport = TransportKind.ipc;
  await startExtension(context, (id, name, options) => {
    const debug = { execArgv: ['--nolazy', '--inspect=6009'] };
    const server = { run: { module, transport }, debug: { module, transport, options: debug } };
    return new LanguageClient(id, name, server, options);
  });
}
