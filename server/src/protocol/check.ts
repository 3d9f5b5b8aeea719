import type { Diagnostic } from 'vscode-languageserver-protocol';
import { NotificationType, RequestType } from './messages';

/** Asks for findings in a file that need not be open. */
export const CHECK_FILE = new RequestType<CheckFileParams, CheckFileResult, void>('twir/checkFile');

export interface CheckFileParams {
  readonly uri: string;
  readonly text: string;
}

export interface CheckFileResult {
  /** False for a file that is none of the newsletter's; it has no diagnostics then. */
  readonly newsletter: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** The server tells what it knows of an open document. */
export const STATUS = new NotificationType<DocumentStatus>('twir/status');

/** What kind of file a document is to us: `config` and `other` get no findings of the rules. */
export type FileKind = 'draft' | 'issue' | 'template' | 'config' | 'other';

export interface DocumentStatus {
  readonly uri: string;
  readonly kind: FileKind;
  /** The last check; absent before the first. */
  readonly check?: {
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
    /** How many "fix all" mends. */
    readonly fixable: number;
    readonly milliseconds: number;
    /** Rules that failed. */
    readonly failures: readonly string[];
  };
}
