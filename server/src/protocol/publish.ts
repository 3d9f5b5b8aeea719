import type { Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Place } from './announcementPlaces';
import { RequestType } from './messages';

/** Asks what publishing a draft comes to; null for other files. */
export const PUBLICATION = new RequestType<PublishParams, PublicationResult | null, void>('twir/publication');
/** Asks for the edit that does what was offered; null for other files, and when there is nothing to do. */
export const TIDY = new RequestType<TidyParams, TidyResult | null, void>('twir/publication/tidy');
/** Asks for the edit that sets the link to the discussion; null for other files. */
export const REDDIT_LINK = new RequestType<RedditLinkParams, RedditLinkResult | null, void>(
  'twir/publication/redditLink',
);
/** Asks for the texts with which an issue is announced; none for other files. */
export const ANNOUNCEMENTS = new RequestType<PublishParams, readonly AnnouncementResult[], void>(
  'twir/publication/announcements',
);

export interface PublishParams {
  readonly uri: string;
}

export interface PublicationResult {
  /** Why the draft can’t be published at all, a sentence; all else is absent then. */
  readonly problem?: string;
  readonly plan?: PublicationPlan;
}

export interface PublicationPlan {
  readonly version: number;
  readonly number: number;
  /** URI of the published file. */
  readonly content: string;
  readonly next: { readonly date: string; readonly uri: string; readonly template: string };
  /** The branch that the draft was compared with. */
  readonly base?: string;
  readonly lost: readonly { readonly title: string; readonly url: string; readonly unseen: boolean }[];
  /** Publishing would lose what others have added. */
  readonly behind: boolean;
  readonly notes: readonly string[];
  readonly offers: readonly { readonly title: string; readonly message: string; readonly line: number }[];
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
  readonly commitMessage: string;
}

export interface TidyParams extends PublishParams {
  /** Which of the offers, by their place in the list. */
  readonly chosen: readonly number[];
}

export interface TidyResult {
  readonly edit: WorkspaceEdit;
}

export interface RedditLinkParams extends PublishParams {
  readonly address: string;
}

export interface RedditLinkResult {
  /** Why the address is none for this issue, a sentence; all else is absent then. */
  readonly problem?: string;
  readonly url?: string;
  /** Absent when the link is there already. */
  readonly edit?: WorkspaceEdit;
  /** The address tells that the thread is about this very issue. */
  readonly numberKnown?: boolean;
}

export interface AnnouncementResult {
  readonly place: Place;
  readonly title?: string;
  readonly text: string;
  /** As the place counts. */
  readonly length: number;
  readonly limit: number;
}
