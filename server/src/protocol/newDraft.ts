import { RequestType } from './messages';
import type { Place } from './place';

/** Asks for the next draft. Writing it is left to the client. */
export const NEW_DRAFT = new RequestType<NewDraftParams, NewDraftResult, void>('twir/newDraft');

export interface NewDraftParams {
  /** The template, `draft/DRAFT_TEMPLATE`; the draft goes beside it. */
  readonly template: string;
  /** Issue date; the next one when absent. */
  readonly date?: string;
  /** The issue that events are carried over from; the one a week before when absent. */
  readonly previous?: string;
}

/** Either of the two. */
export interface NewDraftResult {
  /** Why there is none. */
  readonly problem?: string;
  readonly draft?: MadeDraft;
}

interface MadeDraft {
  readonly uri: string;
  readonly date: string;
  readonly number: number;
  /** The file is there already and has to stay as it is; no text then. */
  readonly exists: boolean;
  readonly text: string;
  /** The first thing to fill in. */
  readonly caret: Place;
  readonly carried: number;
  readonly dropped: number;
  /** The jobs thread of the previous issue was carried over. */
  readonly jobsThread: boolean;
  /** The issue a week before was found. */
  readonly previous: boolean;
  /** Where it was not: the newest earlier issue there is. */
  readonly newest?: { readonly uri: string; readonly date: string };
}
