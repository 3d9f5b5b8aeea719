import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { RequestType } from './messages';
import type { Place } from './place';

/** Asks for the next submission that waits for `submerge merge`; null for other files. */
export const REVIEW = new RequestType<ReviewParams, ReviewResult | null, void>('twir/review');

export interface ReviewParams {
  readonly uri: string;
  readonly position: Place['start'];
  /** What becomes of the submission at the position: nothing, so that it is shown; it stays; or it is taken out. */
  readonly what: 'show' | 'keep' | 'drop';
}

export interface ReviewResult {
  /** Takes the submission out; absent when nothing was to be. */
  readonly edit?: WorkspaceEdit;
  /** The one to look at now, with its place once the edit is made; absent after the last. */
  readonly next?: {
    readonly range: Place;
    /** Which one it is, from 1. */
    readonly nth: number;
    readonly title: string;
    readonly pr: string;
    readonly author: string;
    /** What the rules say about it. */
    readonly findings: readonly string[];
  };
  /** How many submissions are in the draft once the edit is made. */
  readonly total: number;
}
