import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { diskFiles } from './files';
import { nodeGit } from './git';
import { rulePages } from './rulePages';

// Reads `--stdio`, `--node-ipc`, `--socket` or `--pipe` from the command line.
startServer(createConnection(ProposedFeatures.all), diskFiles, rulePages(), nodeGit([]));
