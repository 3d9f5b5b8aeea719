import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startServer } from '../../server/src/lsp/server';
import type { FileParams } from '../../server/src/protocol/files';
import { DRAFT_URI } from '../helpers/fixture';

/** What VS Code can do, as far as the server looks. */
export const VSCODE: ClientCapabilities = {
  textDocument: {
    diagnostic: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] },
  },
};

/** An editor that knows the bare minimum. */
export const PLAIN: ClientCapabilities = {};

/** An editor for tests: speaks to a server of its own over streams in memory. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly logged: string[] = [];
  readonly statuses: unknown[] = [];
  /** What `workspace/configuration` answers for section `twir`. */
  settings: unknown = {};
  /** What the server can read, by URI. */
  readonly files = new Map<string, string>();
  /** The files that the server has read. */
  readonly reads: string[] = [];
  initialized: InitializeResult | undefined;
  refreshed = 0;
  private readonly onRefresh: (() => void)[] = [];
  private readonly documents = new Map<string, TextDocument>();
  private readonly published: PublishDiagnosticsParams[] = [];
  private waiting: { ready: (params: PublishDiagnosticsParams) => boolean; done: () => void }[] = [];

  constructor(private readonly capabilities: ClientCapabilities) {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)));
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
  }

  async start(initializationOptions?: unknown): Promise<this> {
    const { connection } = this;
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings as null));
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.onRequest('twir/listFiles', ({ uri }: FileParams) =>
      [...this.files.keys()]
        .filter((file) => file.startsWith(`${uri}/`))
        .map((file) => file.slice(uri.length + 1)),
    );
    connection.onRequest('twir/readFile', ({ uri }: FileParams) => {
      this.reads.push(uri);
      const text = this.files.get(uri);
      if (text === undefined) throw new Error(`Expected ${uri} to exist`);
      return text;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshed += 1;
      for (const done of this.onRefresh.splice(0)) done();
      return null;
    });
    connection.onRequest('workspace/inlayHint/refresh', () => null);
    connection.onNotification(LogMessageNotification.type, ({ message }) => void this.logged.push(message));
    connection.onNotification('twir/status', (status) => void this.statuses.push(status));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.waiting = this.waiting.filter(({ ready, done }) => {
        if (!ready(params)) return true;
        done();
        return false;
      });
    });
    connection.listen();
    this.initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: this.capabilities,
      initializationOptions,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return this;
  }

  async open(text: string, uri = DRAFT_URI): Promise<string> {
    const document = TextDocument.create(uri, 'markdown', 1, text);
    this.documents.set(uri, document);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    return uri;
  }

  /** Types: replaces a range, as editors send it. */
  async edit(uri: string, range: Range, text: string): Promise<void> {
    const document = this.documents.get(uri)!;
    const contentChanges = [{ range, text }];
    TextDocument.update(document, contentChanges, document.version + 1);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: document.version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Writes a file or (without text) deletes it, and tells the server. */
  async write(uri: string, text?: string): Promise<void> {
    const type = text === undefined ? 3 : this.files.has(uri) ? 2 : 1;
    if (text === undefined) this.files.delete(uri);
    else this.files.set(uri, text);
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  /** Resolves once the server has asked so many times to pull again. */
  async refreshes(count: number): Promise<void> {
    while (this.refreshed < count) await new Promise<void>((done) => this.onRefresh.push(done));
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: this.capabilities.workspace?.configuration ? null : { twir: settings },
    });
  }

  /** How often diagnostics were published. */
  get publications(): number {
    return this.published.length;
  }

  text(uri: string): string {
    return this.documents.get(uri)!.getText();
  }

  positionOf(uri: string, part: string, by = 0): Position {
    const document = this.documents.get(uri)!;
    const at = document.getText().indexOf(part);
    if (at < 0) throw new Error(`Expected ${JSON.stringify(part)} in the document`);
    return document.positionAt(at + by);
  }

  everything(uri: string): Range {
    const document = this.documents.get(uri)!;
    return { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The rules that pulling finds, in order. */
  async rules(uri: string): Promise<unknown[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('Expected a full report');
    return report.items.map(({ code }) => code);
  }

  /** The first publication (past or to come) that is as wanted. */
  async pushed(ready: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    if (!this.published.some(ready)) {
      await new Promise<void>((done) => this.waiting.push({ ready, done }));
    }
    return this.published.find(ready)!;
  }

  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    return this.ask(uri, range, only ? { only } : {});
  }

  /** What the light bulb at a cursor has, which an editor asks for by itself. */
  bulb(uri: string, at: Position): Promise<CodeAction[]> {
    return this.ask(uri, { start: at, end: at }, { triggerKind: CodeActionTriggerKind.Automatic });
  }

  private async ask(uri: string, range: Range, context: Partial<CodeActionContext>): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
    return (actions ?? []) as CodeAction[];
  }

  /** Asks for the action's edits, when they are not there yet, and applies them as an editor would. */
  async apply(action: CodeAction): Promise<void> {
    const { edit } = action.edit
      ? action
      : await this.connection.sendRequest(CodeActionResolveRequest.type, action);
    for (const { uri, edits } of changesOf(edit ?? {})) {
      const document = this.documents.get(uri)!;
      const text = TextDocument.applyEdits(document, edits);
      await this.edit(uri, this.everything(uri), text);
    }
  }

  dispose(): void {
    this.connection.dispose();
  }
}

function changesOf(edit: WorkspaceEdit): { uri: string; edits: { range: Range; newText: string }[] }[] {
  const versioned = (edit.documentChanges ?? []).flatMap((change) =>
    'edits' in change
      ? [
          {
            uri: change.textDocument.uri,
            edits: change.edits.map((one) =>
              'newText' in one ? one : { range: one.range, newText: one.snippet.value },
            ),
          },
        ]
      : [],
  );
  return [...versioned, ...Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ uri, edits }))];
}
