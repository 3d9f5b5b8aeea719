import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { ConfigProblem } from '../workspace/config';
import { configDiagnostics } from './convert';
import type { Counting } from './positions';

/** Tells what is wrong in configurations, except where a client that has our schema shows the same in its editor. */
export class ConfigProblems {
  private readonly known = new Map<string, Diagnostic[]>();

  constructor(
    private readonly connection: Connection,
    private readonly counting: Counting,
    private readonly isOpen: (uri: string) => boolean,
    private readonly hasSchema: boolean,
  ) {}

  tell(uri: string, text: string, problems: readonly ConfigProblem[]): void {
    this.known.set(uri, configDiagnostics(text, problems, this.counting));
    this.send(uri);
  }

  /** A configuration was opened or closed. */
  shown(uri: string): void {
    if (this.hasSchema && this.known.has(uri)) this.send(uri);
  }

  private send(uri: string): void {
    const diagnostics = this.hasSchema && this.isOpen(uri) ? [] : (this.known.get(uri) ?? []);
    void this.connection.sendDiagnostics({ uri, diagnostics });
  }
}
