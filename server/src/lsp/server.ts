import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import packageJson from '../../../package.json';
import { ACTION_KINDS, CHECKOUT_PATTERNS, createEngine, GitError, isConfig } from '../engine';
import { type ClientOptions, LIST_FILES, READ_FILE, TRUSTED } from '../protocol/files';
import type { Files } from '../workspace/files';
import type { Git } from '../workspace/git';
import { registerBulk } from './bulk';
import { registerChecklist } from './checklist';
import { today } from './clock';
import { registerCodeActions } from './codeActions';
import { registerCompletion, TRIGGER_CHARACTERS } from './completion';
import { ConfigProblems } from './configProblems';
import { Context } from './context';
import { readAbilities } from './convert';
import { Diagnostics } from './diagnostics';
import { openedDocuments } from './documents';
import { RuleFailures } from './failures';
import { offerFormat, registerFormat } from './format';
import { registerImport } from './importEvents';
import { registerLanguageFeatures } from './language';
import { registerLenses } from './lenses';
import { LifeCycle } from './lifeCycle';
import { registerNavigation } from './navigate';
import { registerNewDraft } from './newDraft';
import type { Encoding } from './positions';
import { registerPublish } from './publish';
import { registerRender } from './render';
import { registerReschedule } from './reschedule';
import { registerReview } from './review';
import { registerRole } from './role';
import { registerRules } from './rules';
import { Slices } from './slices';
import { StatusReporter } from './status';
import { registerSubmit } from './submit';
import { registerSymbols } from './symbols';
import { registerWeek } from './week';

/**
 * Serves a client until it closes the connection. The only place where LSP's life cycle is known.
 *
 * @param disk files for a client that hands out none
 * @param rulePages the folder with the pages of the rules, for a client that names none
 * @param git where programs can be run
 * @param words URI of the dictionary, for a client that names none
 */
export function startServer(
  connection: Connection,
  disk?: Files,
  rulePages?: string,
  git?: Git,
  words?: string,
): void {
  let encoding: Encoding = 'utf-16';
  const documents = new TextDocuments(openedDocuments(() => encoding));
  const failures = new RuleFailures((message) => connection.console.error(message));
  const lifeCycle = new LifeCycle(connection);
  connection.onInitialize((params): InitializeResult => {
    lifeCycle.begin();
    const abilities = readAbilities(params);
    encoding = abilities.encoding;
    const options = (params.initializationOptions ?? {}) as ClientOptions;
    const files = options.files ? clientFiles(connection) : disk;
    let trusted = options.untrusted !== true;
    connection.onNotification(TRUSTED, () => {
      trusted = true;
    });
    const isOpen = (uri: string) => documents.get(uri) !== undefined;
    const configs = new ConfigProblems(connection, abilities, isOpen, options.brings?.schema === true);
    const stale = () => {
      context.generation += 1;
      diagnostics.refresh();
    };
    const slices = new Slices();
    const engine = createEngine({
      clock: { today },
      rulePages: options.rulePages ?? rulePages,
      words: options.files ? options.words : words,
      log: (message) => connection.console.log(message),
      ruleFailed: (rule, uri, error) => failures.add(rule, uri, error),
      files,
      git: git && whileTrusted(git, () => trusted),
      opened: (uri) => documents.get(uri)?.getText(),
      folders: (params.workspaceFolders ?? []).map(({ uri }) => uri.replace(/\/$/, '')),
      changed: stale,
      pause: slices.idle,
      misconfigured: (uri, text, problems) => configs.tell(uri, text ?? '', problems),
      unreadable: (uri, error) => connection.console.error(`${uri} could not be read: ${error}`),
    });
    const context = new Context(connection, engine, documents, abilities, slices);
    const status = new StatusReporter(context);
    const diagnostics = new Diagnostics(context, status, failures);

    documents.onDidOpen(({ document }) => {
      context.open(document);
      configs.shown(document.uri);
    });
    documents.onDidChangeContent(({ document: { uri } }) => {
      status.kind(context.document(uri)!);
      if (isConfig(uri)) engine.update(uri);
    });
    lifeCycle.serve(
      diagnostics.register(),
      registerBulk(context),
      registerChecklist(context),
      registerCodeActions(context),
      registerCompletion(context),
      registerFormat(context),
      registerImport(context),
      registerLanguageFeatures(context),
      ...(abilities.commands ? [registerLenses(context)] : []),
      registerNavigation(context),
      registerNewDraft(context),
      registerRender(context),
      registerReschedule(context),
      registerRules(context),
      registerSubmit(context),
      registerSymbols(context),
      registerWeek(context),
      registerPublish(context),
      registerReview(context),
      registerRole(context, options, stale),
    );
    documents.onDidClose(({ document: { uri } }) => {
      context.close(uri);
      status.forget(uri);
      failures.forget(uri);
      configs.shown(uri);
      if (isConfig(uri)) engine.update(uri);
    });
    connection.onInitialized(() => {
      if (abilities.watchConfiguration) {
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'twir' });
      }
      if (abilities.registerFormatting) offerFormat(context);
      if (abilities.watchFiles) {
        const watchers = CHECKOUT_PATTERNS.map((globPattern) => ({ globPattern }));
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const change of changes) {
        if (typeof change?.uri === 'string')
          engine.update(change.uri, change.type === FileChangeType.Deleted);
        else connection.console.error('A change of a file without its name was left alone');
      }
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      context.forgetSettings((settings as { twir?: unknown } | null)?.twir);
      diagnostics.refresh();
      if (abilities.refreshInlayHints) connection.languages.inlayHint.refresh().catch(() => {});
    });
    connection.onShutdown(() => {
      lifeCycle.end();
      diagnostics.dispose();
      status.dispose();
      engine.dispose();
    });
    context.forgetSettings(options.twir);

    return {
      serverInfo: { name: 'twir', version: packageJson.version },
      capabilities: {
        positionEncoding: encoding,
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
        ...(options.brings?.outline ? {} : { documentSymbolProvider: { label: 'This Week in Rust' } }),
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
      },
    };
  });
  documents.listen(connection);
  connection.listen();
}

/** Git for those who may run programs. */
function whileTrusted(git: Git, trusted: () => boolean): Git {
  return {
    repositoryOf: async (uri) => {
      if (!trusted()) throw new GitError('In folders that are not trusted no program is run, git neither');
      return git.repositoryOf(uri);
    },
  };
}

/** The files that the client sees, in whatever file system they are. It does not tell why one can't be read. */
function clientFiles(connection: Connection): Files {
  return {
    // A client that has no answer may say `null`.
    list: (uri) => connection.sendRequest(LIST_FILES, { uri }).then(asNames, () => []),
    read: (uri) => connection.sendRequest(READ_FILE, { uri }).then(asText, () => undefined),
  };
}

const asText = (answer: unknown) => (typeof answer === 'string' ? answer : undefined);
const asNames = (answer: unknown) =>
  Array.isArray(answer) ? answer.filter((name): name is string => typeof name === 'string') : [];
