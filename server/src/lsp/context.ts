import type {
  CancellationToken,
  Connection,
  DiagnosticServerCancellationData,
  Disposable,
  RequestType,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Checked, type Document, type Engine, errorText, isNewsletterFile, isTooLarge } from '../engine';
import type { CheckOptions, Finding } from '../rules/rule';
import type { SourceText } from '../text/sourceText';
import type { Steps } from '../text/steps';
import type { ClientAbilities } from './convert';
import { LSPErrorCodes, ResponseError } from './languageServer';
import { chosenIn, DEFAULT_SETTINGS, readSettings, type Settings } from './settings';
import type { Slices } from './slices';

/** What every handler works with: the connection, the engine, the open documents and the settings. */
export class Context {
  abilities: ClientAbilities;
  /** Counts what makes earlier answers stale although no document changed: settings, earlier issues, the checkout. */
  generation = 0;
  /** Whose advice is given where neither settings nor configuration say. */
  usualRole: CheckOptions['role'] | undefined;
  private readonly settings = new Map<string, Promise<Settings>>();
  private fallback: Settings = DEFAULT_SETTINGS;
  /** By URI: when a document was opened, as a count of openings, and with which version. */
  private readonly opened = new Map<string, { serial: number; version: number }>();
  private openings = 0;

  constructor(
    readonly connection: Connection,
    readonly engine: Engine,
    readonly documents: TextDocuments<TextDocument>,
    abilities: ClientAbilities,
    private readonly slices: Slices,
  ) {
    this.abilities = abilities;
  }

  open(document: TextDocument): void {
    this.openings += 1;
    this.opened.set(document.uri, { serial: this.openings, version: document.version });
  }

  close(uri: string): void {
    this.opened.delete(uri);
    this.settings.delete(uri);
    this.engine.close(uri);
  }

  /**
   * An open document as the engine takes it; undefined when it is not open, none of the newsletter's, or too large for
   * anything but {@link checkable}.
   */
  newsletter(uri: string): Document | undefined {
    const document = this.checkable(uri);
    return document && !isTooLarge(document.text) ? document : undefined;
  }

  /** The same, however large: a check says that it is. */
  checkable(uri: string): Document | undefined {
    const document = this.document(uri);
    return document && isNewsletterFile(uri, document.text) ? document : undefined;
  }

  document(uri: string): Document | undefined {
    const open = this.documents.get(uri);
    return open && { uri, version: open.version, text: open.getText() };
  }

  /** The text of another document: an open one, or an earlier issue. */
  sourceOf = (uri: string): SourceText | undefined => {
    const document = this.newsletter(uri);
    return document ? this.engine.issue(document).source : this.engine.sourceOf(uri);
  };

  /** Where a rule is explained. */
  rulePage = (id: string): string | undefined => this.engine.rulePage(id);

  /** Names a state of a document: changes with its text and with all that findings depend on beside it. */
  stateOf({ uri, version }: Document, today: string): string {
    return `${this.opened.get(uri)?.serial ?? 0}.${version}.${this.generation}.${today}`;
  }

  /** How a document is to be checked: settings win over the checkout's configuration. */
  async options(uri: string): Promise<CheckOptions> {
    const settings = await this.settingsOf(uri);
    const options = await this.engine.options(uri, chosenIn(settings), this.usualRole);
    const document = this.documents.get(uri);
    const opened = this.opened.get(uri);
    const editing = document !== undefined && opened !== undefined && document.version !== opened.version;
    return { ...options, editing, ci: settings.ci };
  }

  /**
   * Checks a document in slices: whoever asks for its issue or its findings afterwards has them at once.
   *
   * @param refusal of a request whose document has changed meanwhile
   * @throws it, or the refusal LSP has for requests that were cancelled
   */
  checked(
    document: Document,
    options: CheckOptions,
    token?: CancellationToken,
    refusal: () => ResponseError<unknown> = modified,
  ): Promise<Checked> {
    return this.inSlices(document, this.engine.checkedInSteps(document, options), token, refusal);
  }

  /** Does work on an open document in slices. @throws as {@link checked} */
  inSlices<T>(
    { uri, version }: Document,
    steps: Steps<T>,
    token?: CancellationToken,
    refusal: () => ResponseError<unknown> = modified,
  ): Promise<T> {
    return this.slices.work(steps, () => {
      if (token) stillWanted(token);
      if (this.documents.get(uri)?.version !== version) throw refusal();
    });
  }

  settingsOf(uri: string): Promise<Settings> {
    if (!this.abilities.configuration) return Promise.resolve(this.fallback);
    let known = this.settings.get(uri);
    if (!known) {
      known = this.connection.workspace
        .getConfiguration({ scopeUri: uri, section: 'twir' })
        .then(readSettings, (error) => {
          this.log(`The settings could not be read: ${errorText(error)}`);
          return DEFAULT_SETTINGS;
        });
      this.settings.set(uri, known);
    }
    return known;
  }

  /** @param given what a client without `workspace/configuration` sends along */
  forgetSettings(given?: unknown): void {
    this.generation += 1;
    this.settings.clear();
    if (given !== undefined) this.fallback = readSettings(given);
  }

  log(message: string): void {
    this.connection.console.error(message);
  }

  /**
   * Answers one of our own requests as {@link answer} does.
   *
   * @param about the document that a request is about, for the log
   */
  handle<P, R>(
    type: RequestType<P, R, void>,
    about: (params: P) => string,
    empty: R,
    work: (params: P, token: CancellationToken) => R | Promise<R>,
  ): Disposable {
    return this.connection.onRequest(
      type.method,
      (params: P, token: CancellationToken): Promise<unknown> =>
        this.answer(type.method, about(params), token, empty, () => work(params, token)),
    );
  }

  /**
   * Runs a handler so that whatever it throws costs a log line and never the server.
   *
   * @throws the refusals LSP has for requests that were cancelled or that ask about a version gone by
   */
  async answer<T>(
    what: string,
    uri: string,
    token: CancellationToken,
    empty: T,
    work: () => T | Promise<T>,
  ): Promise<T> {
    stillWanted(token);
    try {
      const result = await work();
      stillWanted(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.log(`${what} failed on ${uri}: ${errorText(error)}`);
      return empty;
    }
  }
}

/**
 * A request that the server gives up, as LSP allows it for diagnostics alone.
 *
 * @param again whether the client is to ask again; a newer request of its own may be under way
 */
export function overtaken(again: boolean): ResponseError<DiagnosticServerCancellationData> {
  const data = { retriggerRequest: again };
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed', data);
}

/** Goes on only with a request that is still wanted. @throws the refusal LSP wants for a cancelled one */
export function stillWanted(token: CancellationToken): void {
  if (token.isCancellationRequested) throw cancelled();
}

/** The refusal for a request about a version of a document that is gone. */
export function modified(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed');
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}

/** The document that a request is about. */
export function uriOf({ uri }: { readonly uri: string }): string {
  return uri;
}

/** Counts findings by severity. */
export function countFindings(findings: readonly Finding[]): {
  errors: number;
  warnings: number;
  notes: number;
} {
  const count = (...severities: string[]) =>
    findings.filter(({ severity }) => severities.includes(severity)).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('info', 'hint') };
}
