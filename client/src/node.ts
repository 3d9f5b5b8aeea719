import type { ExtensionContext } from 'vscode';
import { type Activated, activateWith } from './activate';

/** VS Code with a Node host: the server is a process of its own. */
export function activate(context: ExtensionContext): Activated {
  return activateWith(context, async () => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = context.asAbsolutePath('dist/server.js');
    const transport = TransportKind.ipc;
    return (id, name, options) => {
      const debug = { execArgv: ['--nolazy', '--inspect=6009'] };
      const server = { run: { module, transport }, debug: { module, transport, options: debug } };
      return new LanguageClient(id, name, server, options);
    };
  });
}
