import {
  type Checked,
  type Document,
  isConfig,
  isFixable,
  isNewsletterFile,
  isPublished,
  isTemplate,
} from '../engine';
import { type DocumentStatus, type FileKind, STATUS } from '../protocol/check';
import { type Context, countFindings } from './context';

/** How long after a check the client is told how it went: counting what can be mended is no part of a keystroke. */
const DELAY = 60;

/** Tells the client what kind of file each open document is and how its last check went. */
export class StatusReporter {
  private readonly kinds = new Map<string, FileKind>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly context: Context) {}

  /** Tells the kind of a document that was opened or changed, when that is news. */
  kind(document: Document): void {
    const kind = this.kindOf(document);
    if (this.kinds.get(document.uri) === kind) return;
    this.kinds.set(document.uri, kind);
    this.send({ uri: document.uri, kind });
  }

  /** Tells how a check went, once no other one of the document has followed for a moment. */
  checked(document: Document, checked: Checked, milliseconds: number, failures: readonly string[]): void {
    const { uri } = document;
    clearTimeout(this.timers.get(uri));
    const tell = () => {
      this.timers.delete(uri);
      const kind = this.kindOf(document);
      this.kinds.set(uri, kind);
      const { findings } = checked;
      const fixable = findings.filter(isFixable).length;
      const check = {
        ...countFindings(findings),
        fixable,
        milliseconds: Math.round(milliseconds),
        failures,
      };
      this.send({ uri, kind, check });
    };
    this.timers.set(uri, setTimeout(tell, DELAY));
  }

  forget(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.kinds.delete(uri);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private kindOf(document: Document): FileKind {
    if (isTemplate(document.uri)) return 'template';
    if (isConfig(document.uri)) return 'config';
    if (!isNewsletterFile(document.uri, document.text)) return 'other';
    return isPublished(document.uri) ? 'issue' : 'draft';
  }

  private send(status: DocumentStatus): void {
    void this.context.connection.sendNotification(STATUS, status);
  }
}
