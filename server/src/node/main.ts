import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { errorText } from '../engine';
import { startServer } from '../lsp/server';
import { diskFiles } from './files';
import { nodeGit } from './git';
import { rulePages } from './rulePages';

// Reads `--stdio`, `--node-ipc`, `--socket` or `--pipe` from the command line.
const connection = createConnection(ProposedFeatures.all);
// Node.js would end the server, and with it every open document's.
process.on('unhandledRejection', (error) => connection.console.error(errorText(error)));
startServer(connection, diskFiles, rulePages(), nodeGit([]));
