import { type Document, isConfig, isFixable, isNewsletterFile, isTemplate } from '../engine';
import { type DocumentStatus, type FileKind, STATUS } from '../protocol/check';
import type { Finding } from '../rules/rule';
import { type Context, countFindings } from './context';

/** Tells the client what kind of file each open document is and how its last check went. */
export class StatusReporter {
  private readonly kinds = new Map<string, FileKind>();

  constructor(private readonly context: Context) {}

  /** Tells the kind of a document that was opened or changed, when that is news. */
  kind(document: Document): void {
    const kind = this.kindOf(document);
    if (this.kinds.get(document.uri) === kind) return;
    this.kinds.set(document.uri, kind);
    this.send({ uri: document.uri, kind });
  }

  checked(
    document: Document,
    findings: readonly Finding[],
    milliseconds: number,
    failures: readonly string[],
  ): void {
    const kind = this.kindOf(document);
    this.kinds.set(document.uri, kind);
    const fixable = findings.filter(isFixable).length;
    this.send({
      uri: document.uri,
      kind,
      check: {
        ...countFindings(findings),
        fixable,
        milliseconds: Math.round(milliseconds),
        failures,
      },
    });
  }

  forget(uri: string): void {
    this.kinds.delete(uri);
  }

  private kindOf(document: Document): FileKind {
    if (isTemplate(document.uri)) return 'template';
    if (isConfig(document.uri)) return 'config';
    if (!isNewsletterFile(document.uri, document.text)) return 'other';
    // Issues lie in `content/` from publication on; wherever else one is, somebody works on it.
    return /\/content\/[^/]*$/.test(document.uri) ? 'issue' : 'draft';
  }

  private send(status: DocumentStatus): void {
    void this.context.connection.sendNotification(STATUS, status);
  }
}
