import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { RequestType } from './messages';

/** Asks for what changes a whole open document at once, and what it does in words; null for other files. */
export const IN_BULK = new RequestType<BulkParams, BulkResult | null, void>('twir/inBulk');

export interface BulkParams {
  readonly uri: string;
  readonly kind: 'fixAll' | 'organize';
}

export interface BulkResult {
  /** For this very version of the document; absent when there is nothing to do. */
  readonly edit?: WorkspaceEdit;
  /** E.g. `11 past events removed, 3 moved`. */
  readonly summary: string;
}
