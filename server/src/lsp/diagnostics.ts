import type {
  CancellationToken,
  Diagnostic,
  Disposable,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { type Document, everyPlace, isConfig, isNewsletterFile } from '../engine';
import { CHECK_FILE, type CheckFileParams, type CheckFileResult } from '../protocol/check';
import { today } from './clock';
import { type Context, overtaken, stillWanted, uriOf } from './context';
import { toDiagnostic } from './convert';
import type { RuleFailures } from './failures';
import { KeptDiagnostics } from './keptDiagnostics';
import { DocumentDiagnosticReportKind, ResponseError } from './languageServer';
import { messagesRead } from './slices';
import type { StatusReporter } from './status';

/** How long changes must pause before a check that nobody has asked for: what comes in a burst is checked once. */
const PAUSE = 10;

/** Findings as diagnostics: pulled by clients that can, pushed to the others, asked for with `twir/checkFile`. */
export class Diagnostics {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** By URI: the latest request to pull, as a count of all. */
  private readonly lastPull = new Map<string, number>();
  private pulls = 0;
  private readonly kept: KeptDiagnostics;

  constructor(
    private readonly context: Context,
    private readonly status: StatusReporter,
    private readonly failures: RuleFailures,
  ) {
    this.kept = new KeptDiagnostics(context);
  }

  register(): Disposable[] {
    const { connection, documents } = this.context;
    return [
      connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) => {
        const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
        return this.context.answer(
          'textDocument/diagnostic',
          uri,
          token,
          empty,
          async (): Promise<DocumentDiagnosticReport> => {
            await this.settled(uri, token);
            const document = this.context.checkable(uri);
            if (!document) return empty;
            const resultId = this.context.stateOf(document, today());
            if (resultId === previousResultId)
              return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
            const items = await this.check(document, token);
            return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
          },
        );
      }),
      this.context.handle(CHECK_FILE, uriOf, { newsletter: false, diagnostics: [] }, (params, token) =>
        this.checkFile(params, token),
      ),
      documents.onDidChangeContent(({ document }) => {
        if (!this.context.abilities.pull) this.later(document.uri);
      }),
      documents.onDidClose(({ document: { uri } }) => {
        clearTimeout(this.timers.get(uri));
        this.timers.delete(uri);
        this.lastPull.delete(uri);
        if (!this.context.abilities.pull && !isConfig(uri))
          void connection.sendDiagnostics({ uri, diagnostics: [] });
      }),
    ];
  }

  /**
   * What findings depend on has changed for every document. A client that pulls and can't be asked to finds the whole
   * document checked when it pulls again, which is after the next key.
   */
  refresh(): void {
    const { abilities, connection, documents } = this.context;
    if (abilities.pull && abilities.refreshDiagnostics)
      connection.languages.diagnostics.refresh().catch(() => {});
    else for (const uri of documents.keys()) this.later(uri);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  /**
   * Waits until no change of a document is about to be read: of a burst only the last state is checked, for the last
   * who asked.
   *
   * @throws the refusal of a request that another one has overtaken
   */
  private async settled(uri: string, token: CancellationToken): Promise<void> {
    const { documents } = this.context;
    this.pulls += 1;
    const own = this.pulls;
    this.lastPull.set(uri, own);
    const asked = documents.get(uri)?.version;
    for (let version: number | undefined; ; ) {
      version = documents.get(uri)?.version;
      await messagesRead();
      stillWanted(token);
      const current = documents.get(uri)?.version;
      if (current !== asked && this.lastPull.get(uri) !== own) throw overtaken(false);
      if (current === version) return;
    }
  }

  private async check(document: Document, token?: CancellationToken): Promise<Diagnostic[]> {
    const options = await this.context.options(document.uri);
    if (token) stillWanted(token);
    const begin = performance.now();
    const checked = await this.context.checked(document, options, token, () => overtaken(true));
    this.status.checked(document, checked, performance.now() - begin, this.failures.of(document.uri));
    const { source } = this.context.engine.issue(document);
    return this.kept.of(document.uri, source, checked, this.context.abilities);
  }

  private async checkFile(
    { uri, text }: CheckFileParams,
    token: CancellationToken,
  ): Promise<CheckFileResult> {
    const { engine } = this.context;
    const open = this.context.document(uri);
    const document = open?.text === text ? open : { uri, version: -1, text };
    if (!isNewsletterFile(uri, text)) return { newsletter: false, diagnostics: [] };
    const options = await this.context.options(uri);
    // Nobody sees this answer grow: it waits until all there is to compare with has been read.
    await engine.ready(uri);
    stillWanted(token);
    const { source } = engine.issue(document);
    const diagnostics = everyPlace(engine.check(document, options)).map((finding) =>
      toDiagnostic(uri, source, finding, this.context.abilities, this.context),
    );
    if (!open) this.context.close(uri);
    return { newsletter: true, diagnostics };
  }

  private later(uri: string): void {
    // What is wrong in a configuration is told by whoever reads it.
    if (isConfig(uri)) return;
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => void this.unasked(uri), PAUSE),
    );
  }

  /** Checks a document that nobody has asked about, and tells a client that cannot pull. */
  private async unasked(uri: string): Promise<void> {
    this.timers.delete(uri);
    try {
      const document = this.context.checkable(uri);
      const diagnostics = document ? await this.check(document) : [];
      if (this.context.abilities.pull) return;
      const current = this.context.documents.get(uri);
      // Closed or changed while the settings were asked for: whoever did that tells the client again.
      if (!current || (document && current.version !== document.version)) return;
      await this.context.connection.sendDiagnostics({ uri, version: current.version, diagnostics });
    } catch (error) {
      // The change that has overtaken the check has its own.
      if (error instanceof ResponseError) return;
      this.context.log(`Diagnostics failed on ${uri}: ${error}`);
    }
  }
}
