/** What client and server say to each other beyond LSP. Names and plain values only: the client bundles this file too. */

/** Asks for findings in a file that need not be open: {@link CheckFileParams} to {@link CheckFileResult}. */
export const CHECK_FILE = 'twir/checkFile';
/** Asks for the issue as a page: {@link RenderParams} to {@link RenderResult}, null for other files. */
export const RENDER = 'twir/render';
/** The server tells what it knows of an open document: {@link DocumentStatus}. */
export const STATUS = 'twir/status';

/** The server asks for the names of the files in a folder: {@link FileParams} to an array of strings. */
export const LIST_FILES = 'twir/listFiles';
/** The server asks for the text of a file: {@link FileParams} to a string. */
export const READ_FILE = 'twir/readFile';

export interface FileParams {
  readonly uri: string;
}

/** `initializationOptions` of a client. */
export interface ClientOptions {
  /** The client answers {@link LIST_FILES} and {@link READ_FILE}; a server that runs elsewhere has no other files. */
  readonly files?: boolean;
  /** The settings, for clients without `workspace/configuration`. */
  readonly twir?: unknown;
}

export interface CheckFileParams {
  readonly uri: string;
  readonly text: string;
}

export interface CheckFileResult<Diagnostic> {
  /** False for a file that is none of the newsletter's; it has no diagnostics then. */
  readonly newsletter: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface RenderParams {
  /** An open document. */
  readonly uri: string;
}

export interface RenderResult {
  readonly version: number;
  readonly title: string;
  /** Safe to put into a page: no scripts, no styles, no handlers. `data-source-line` counts lines from 0. */
  readonly html: string;
}

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
