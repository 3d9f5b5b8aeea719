import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { errorText } from '../engine';
import { startServer } from '../lsp/server';
import { diskFiles } from './files';
import { Framing } from './framing';
import { nodeGit } from './git';
import { MessageOutput } from './messageOutput';
import { rulePages } from './rulePages';
import { wordsUri } from './words';

/** Serves an editor over what the command line of the process names: `--stdio`, `--node-ipc`, `--socket`, `--pipe`. */
export function serve(): void {
  const connection = process.argv.includes('--stdio')
    ? createConnection(ProposedFeatures.all, process.stdin, toStdout())
    : createConnection(ProposedFeatures.all);
  // Node.js would end the server, and with it every open document's.
  process.on('unhandledRejection', (error) => connection.console.error(errorText(error)));
  startServer(connection, { files: diskFiles, rulePages: rulePages(), git: nodeGit([]), words: wordsUri() });
  if (process.argv.includes('--stdio')) endWhenLost();
}

/** What writes to standard output. Beside a stream that is read it is taken as well as a stream; the types don't say so. */
function toStdout(): NodeJS.WritableStream {
  return new MessageOutput(process.stdout) as unknown as NodeJS.WritableStream;
}

/** Ends the server, as at the end of its input, when nobody can tell any more where a message begins. */
function endWhenLost(): void {
  const framing = new Framing();
  process.stdin.on('data', (bytes: Buffer) => {
    const problem = framing.next(bytes);
    if (problem === undefined) return;
    process.stderr.write(`twir: the client announces ${problem}: the server ends\n`);
    process.stdin.destroy();
  });
}
