import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';

// Runs in a worker: `self` is its scope, whatever TypeScript's DOM types think.
const scope = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
startServer(
  createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope)),
);
