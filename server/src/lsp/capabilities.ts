import type { ServerCapabilities } from 'vscode-languageserver';
import { ACTION_KINDS, CHECKOUT_PATTERNS } from '../engine';
import type { ClientOptions } from '../protocol/files';
import { TRIGGER_CHARACTERS } from './completion';
import type { Context } from './context';
import type { ClientAbilities } from './convert';
import { offerFormat } from './format';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
} from './languageServer';

/** What `initialize` is answered with: what we do for a client, less what it does itself or can't make use of. */
export function capabilitiesFor(abilities: ClientAbilities, { brings }: ClientOptions): ServerCapabilities {
  return {
    positionEncoding: abilities.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(abilities.pull
      ? {
          diagnosticProvider: {
            identifier: 'twir',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    codeActionProvider: { codeActionKinds: [...ACTION_KINDS], resolveProvider: abilities.lazyActions },
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
    ...(abilities.registerFormatting
      ? {}
      : { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    hoverProvider: true,
    ...(brings?.outline ? {} : { documentSymbolProvider: { label: 'This Week in Rust' } }),
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    inlayHintProvider: true,
    documentLinkProvider: {},
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    selectionRangeProvider: true,
    renameProvider: { prepareProvider: true },
    ...(abilities.commands ? { codeLensProvider: {} } : {}),
  };
}

/** What can only be asked of a client once it is initialized: news of settings and files, formatting some files only. */
export function registerCapabilities(context: Context): void {
  const { abilities, connection } = context;
  if (abilities.watchConfiguration)
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'twir' });
  if (abilities.registerFormatting) offerFormat(context);
  if (abilities.watchFiles) {
    const watchers = CHECKOUT_PATTERNS.map((globPattern) => ({ globPattern }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
