import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { errorText } from '../engine';
import { startServer } from '../lsp/server';
import { diskFiles } from './files';
import { nodeGit } from './git';
import { MessageInput } from './messageInput';
import { MessageOutput } from './messageOutput';
import { rulePages } from './rulePages';
import { wordsUri } from './words';

/** Serves an editor over what the command line of the process names: `--stdio`, `--node-ipc`, `--socket`, `--pipe`. */
export function serve(): void {
  const connection = process.argv.includes('--stdio')
    ? createConnection(
        ProposedFeatures.all,
        new MessageInput(process.stdin, endLost),
        new MessageOutput(process.stdout),
      )
    : createConnection(ProposedFeatures.all);
  // Node.js would end the server, and with it every open document's.
  process.on('unhandledRejection', (error) => connection.console.error(errorText(error)));
  startServer(connection, diskFiles, rulePages(), nodeGit([]), wordsUri());
}

/** Ends the server, as at the end of its input, when nobody can tell any more where a message begins. */
function endLost(problem: string): void {
  process.stderr.write(`twir: the client announces ${problem}: the server ends\n`);
  process.stdin.destroy();
}
