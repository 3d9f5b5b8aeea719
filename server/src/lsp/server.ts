import type { Connection, Disposable } from 'vscode-languageserver';
import packageJson from '../../../package.json';
import { createEngine, GitError, isConfig } from '../engine';
import { type ClientOptions, TRUSTED } from '../protocol/files';
import type { Files } from '../workspace/files';
import type { Git } from '../workspace/git';
import { registerBulk } from './bulk';
import { capabilitiesFor, registerCapabilities } from './capabilities';
import { registerChecklist } from './checklist';
import { clientFiles } from './clientFiles';
import { today } from './clock';
import { registerCodeActions } from './codeActions';
import { registerCompletion } from './completion';
import { ConfigProblems } from './configProblems';
import { Context } from './context';
import { readAbilities } from './convert';
import { Diagnostics } from './diagnostics';
import { openedDocuments } from './documents';
import { RuleFailures } from './failures';
import { registerFormat } from './format';
import { registerImport } from './importEvents';
import { registerLanguageFeatures } from './language';
import { FileChangeType, TextDocuments } from './languageServer';
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

/** What the server finds where it runs; a client may bring its own. */
export interface Host {
  /** For a client that hands out none. */
  readonly files?: Files | undefined;
  /** The folder with the pages of the rules, for a client that names none. */
  readonly rulePages?: string | undefined;
  /** Where programs can be run. */
  readonly git?: Git | undefined;
  /** URI of the dictionary, for a client that names none. */
  readonly words?: string | undefined;
}

/** Serves a client until it closes the connection. The only place where LSP's life cycle is known. */
export function startServer(connection: Connection, host: Host = {}): void {
  let encoding: Encoding = 'utf-16';
  const documents = new TextDocuments(openedDocuments(() => encoding));
  const failures = new RuleFailures((message) => connection.console.error(message));
  const lifeCycle = new LifeCycle(connection);
  connection.onInitialize((params) => {
    lifeCycle.begin();
    const abilities = readAbilities(params);
    encoding = abilities.encoding;
    const options = (params.initializationOptions ?? {}) as ClientOptions;
    const isOpen = (uri: string) => documents.get(uri) !== undefined;
    const configs = new ConfigProblems(connection, abilities, isOpen, options.brings?.schema === true);
    const stale = () => {
      context.generation += 1;
      diagnostics.refresh();
    };
    const slices = new Slices();
    const engine = createEngine({
      clock: { today },
      rulePages: options.rulePages ?? host.rulePages,
      words: options.files ? options.words : host.words,
      log: (message) => connection.console.log(message),
      ruleFailed: (rule, uri, error) => failures.add(rule, uri, error),
      files: options.files ? clientFiles(connection) : host.files,
      git: host.git && whileTrusted(host.git, connection, options.untrusted !== true),
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
    followDocuments({ context, status, failures, configs });
    lifeCycle.serve(
      diagnostics.register(),
      ...registerFeatures(context),
      registerRole(context, options, stale),
    );
    followClient(context, diagnostics);
    connection.onShutdown(() => {
      lifeCycle.end();
      diagnostics.dispose();
      status.dispose();
      engine.dispose();
    });
    context.forgetSettings(options.twir);
    return {
      serverInfo: { name: 'twir', version: packageJson.version },
      capabilities: capabilitiesFor(abilities, options),
    };
  });
  documents.listen(connection);
  connection.listen();
}

interface Followers {
  readonly context: Context;
  readonly status: StatusReporter;
  readonly failures: RuleFailures;
  readonly configs: ConfigProblems;
}

/** Tells those who keep something of documents when one is opened, changed or closed. */
function followDocuments({ context, status, failures, configs }: Followers): void {
  const { documents, engine } = context;
  documents.onDidOpen(({ document }) => {
    context.open(document);
    configs.shown(document.uri);
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    status.kind(context.document(uri)!);
    if (isConfig(uri)) engine.update(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    context.close(uri);
    status.forget(uri);
    failures.forget(uri);
    configs.shown(uri);
    if (isConfig(uri)) engine.update(uri);
  });
}

/** Asks the client for news of its files and settings, and heeds them. */
function followClient(context: Context, diagnostics: Diagnostics): void {
  const { abilities, connection, engine } = context;
  connection.onInitialized(() => registerCapabilities(context));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const change of changes) {
      if (typeof change?.uri === 'string') engine.update(change.uri, change.type === FileChangeType.Deleted);
      else connection.console.error('A change of a file without its name was left alone');
    }
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    context.forgetSettings((settings as { twir?: unknown } | null)?.twir);
    diagnostics.refresh();
    if (abilities.refreshInlayHints) connection.languages.inlayHint.refresh().catch(() => {});
  });
}

/** The handlers of the requests that are about documents, a file a feature. */
function registerFeatures(context: Context): Disposable[][] {
  return [
    registerBulk(context),
    registerChecklist(context),
    registerCodeActions(context),
    registerCompletion(context),
    registerFormat(context),
    registerImport(context),
    registerLanguageFeatures(context),
    ...(context.abilities.commands ? [registerLenses(context)] : []),
    registerNavigation(context),
    registerNewDraft(context),
    registerPublish(context),
    registerRender(context),
    registerReschedule(context),
    registerReview(context),
    registerRules(context),
    registerSubmit(context),
    registerSymbols(context),
    registerWeek(context),
  ];
}

/** Git for those who may run programs: at once, or when the client tells that the folders are trusted. */
function whileTrusted(git: Git, connection: Connection, trustedNow: boolean): Git {
  let trusted = trustedNow;
  connection.onNotification(TRUSTED, () => {
    trusted = true;
  });
  return {
    repositoryOf: async (uri) => {
      if (!trusted) throw new GitError('In folders that are not trusted no program is run, git neither');
      return git.repositoryOf(uri);
    },
  };
}
