import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createService } from '../engine';
import { ACTION_KINDS } from '../features/fix/codeAction';
import { type ClientOptions, type FileParams, LIST_FILES, READ_FILE } from '../protocol/protocol';
import { Archives, type FileSource } from '../workspace/archives';
import { CHECKOUT_PATTERNS, Checkout, isConfig } from '../workspace/checkout';
import { registerChecklist } from './checklist';
import { today } from './clock';
import { registerCodeActions } from './codeActions';
import { registerCompletion, TRIGGER_CHARACTERS } from './completion';
import { Context } from './context';
import { configDiagnostics, readAbilities } from './convert';
import { Diagnostics } from './diagnostics';
import { RuleFailures } from './failures';
import { offerFormat, registerFormat } from './format';
import { registerImport } from './importEvents';
import { registerLanguageFeatures } from './language';
import { registerNewDraft } from './newDraft';
import { registerRender } from './render';
import { StatusReporter } from './status';
import { registerSubmit } from './submit';

/**
 * Serves a client until it closes the connection. The only place where LSP's life cycle is known.
 *
 * @param disk files for a client that hands out none
 */
export function startServer(connection: Connection, disk?: FileSource): void {
  const documents = new TextDocuments(TextDocument);
  const failures = new RuleFailures((message) => connection.console.error(message));
  connection.onInitialize((params): InitializeResult => {
    const abilities = readAbilities(params);
    const options = (params.initializationOptions ?? {}) as ClientOptions;
    const files = options.files ? clientFiles(connection) : disk;
    const stale = () => {
      context.generation += 1;
      diagnostics.refresh();
    };
    const archives = new Archives(files, stale);
    const checkout = new Checkout(
      files,
      (uri) => documents.get(uri)?.getText(),
      (params.workspaceFolders ?? []).map(({ uri }) => uri.replace(/\/$/, '')),
      stale,
      (uri, text, problems) =>
        void connection.sendDiagnostics({ uri, diagnostics: configDiagnostics(text ?? '', problems) }),
    );
    const service = createService(
      {
        today,
        log: (message) => connection.console.log(message),
        ruleFailed: (rule, uri, error) => failures.add(rule, uri, error),
      },
      archives.viewFor,
      (uri) => checkout.template(uri),
    );
    const context = new Context(connection, service, documents, archives, checkout, abilities);
    const status = new StatusReporter(context);
    const diagnostics = new Diagnostics(context, status, failures);

    documents.onDidOpen(({ document }) => context.open(document));
    documents.onDidChangeContent(({ document: { uri } }) => {
      status.kind(context.document(uri)!);
      if (isConfig(uri)) checkout.update(uri);
    });
    diagnostics.register();
    registerChecklist(context);
    registerCodeActions(context);
    registerCompletion(context);
    registerFormat(context);
    registerImport(context);
    registerLanguageFeatures(context);
    registerNewDraft(context, files);
    registerRender(context);
    registerSubmit(context);
    documents.onDidClose(({ document: { uri } }) => {
      context.close(uri);
      status.forget(uri);
      failures.forget(uri);
      if (isConfig(uri)) checkout.update(uri);
    });
    connection.onInitialized(() => {
      if (abilities.watchConfiguration) {
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'twir' });
      }
      if (abilities.registerFormatting) offerFormat(context);
      if (abilities.watchFiles) {
        const patterns = ['**/content/*-this-week-in-rust.{md,markdown}', ...CHECKOUT_PATTERNS];
        const watchers = patterns.map((globPattern) => ({ globPattern }));
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) {
        void archives.update(uri, type === FileChangeType.Deleted);
        checkout.update(uri);
      }
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      context.forgetSettings((settings as { twir?: unknown } | null)?.twir);
      diagnostics.refresh();
      if (abilities.refreshInlayHints) connection.languages.inlayHint.refresh().catch(() => {});
    });
    connection.onShutdown(() => {
      diagnostics.dispose();
      archives.dispose();
    });
    context.forgetSettings(options.twir);

    return {
      serverInfo: { name: 'twir' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
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
        hoverProvider: true,
        documentSymbolProvider: { label: 'This Week in Rust' },
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        inlayHintProvider: true,
      },
    };
  });
  documents.listen(connection);
  connection.listen();
}

/** The files that the client sees, in whatever file system they are. */
function clientFiles(connection: Connection): FileSource {
  const ask = <T>(method: string, params: FileParams) => connection.sendRequest<T>(method, params);
  return {
    list: (uri) => ask<string[]>(LIST_FILES, { uri }),
    read: (uri) => ask<string>(READ_FILE, { uri }),
  };
}
