import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { RequestType } from './messages';

/** Asks what filling sections comes to; null for other files. */
export const FILL = new RequestType<FillParams, FillResult | null, void>('twir/fill');
/** Asks what was merged in the checkouts of the configuration; null for other files. */
export const CHANGES = new RequestType<WeekParams, ChangesResult | null, void>('twir/changes');
/** Asks for the edit that lists merged pull requests; null for other files. */
export const INSERT_CHANGES = new RequestType<InsertChangesParams, InsertChangesResult | null, void>(
  'twir/changes/insert',
);
/** Asks for a quote or a crate in its place; null for other files, and when text or issue have no place for it. */
export const CLIP = new RequestType<ClipParams, ClipResult | null, void>('twir/clip');

export interface WeekParams {
  readonly uri: string;
}

export interface FillParams extends WeekParams {
  /** Absent for the triage report of the week, from the checkout of rustc-perf. */
  readonly text?: string;
  /** Path of the file, as much of it as is known. */
  readonly name?: string;
}

export interface FillResult {
  /** What was filled from, when the server looked for it; absent when it found nothing. */
  readonly name?: string;
  readonly sections: readonly FilledSection[];
  /** What was left out; lines count from 1 in the text. */
  readonly notes: readonly { readonly line: number; readonly message: string }[];
  /** For this version of the document. */
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

export interface FilledSection {
  readonly title: string;
  readonly state: 'filled' | 'replaced' | 'merged' | 'same';
  readonly added: number;
  readonly kept: number;
}

export interface ChangesResult {
  readonly changes: readonly ChangeResult[];
  /** Checkouts that tell nothing, and why. */
  readonly problems: readonly string[];
  readonly checkouts: number;
}

export interface ChangeResult {
  /** `owner/name#number` */
  readonly id: string;
  /** Markdown. */
  readonly title: string;
  readonly original: string;
  readonly url: string;
  readonly section: string;
  readonly group: string;
  /** Editors usually list one like this. */
  readonly usual: boolean;
}

export interface InsertChangesParams extends WeekParams {
  readonly changes: readonly ChangeResult[];
}

export interface InsertChangesResult {
  readonly edit: WorkspaceEdit;
}

export interface ClipParams extends WeekParams {
  readonly text: string;
  readonly kind: 'quote' | 'crate';
}

export interface ClipResult {
  readonly version: number;
  readonly range: Range;
  /** In LSP's syntax. */
  readonly snippet: string;
}
