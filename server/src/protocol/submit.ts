import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { DocumentParams } from './document';
import { RequestType } from './messages';
import type { Place } from './place';

/** Asks where a link or an event can be submitted to; null for files that are no drafts. */
export const SUBMIT_START = new RequestType<DocumentParams, SubmitStart | null, void>('twir/submitStart');

/** Asks what there is to say about one field. */
export const SUBMIT_CHECK = new RequestType<SubmitCheckParams, SubmitCheckResult | null, void>(
  'twir/submitCheck',
);

/** Asks for the edit that puts a submission where it belongs. */
export const SUBMIT = new RequestType<SubmitParams, SubmitResult | null, void>('twir/submit');

/** Asks for link items instead of addresses from the clipboard; null without addresses. */
export const LINK_ITEMS = new RequestType<LinkItemsParams, LinkItemsResult | null, void>('twir/linkItems');

export interface SubmitStart {
  readonly title: string;
  /** Days that an event may have. */
  readonly window: { readonly first: string; readonly last: string } | null;
  readonly sections: readonly {
    readonly key: string;
    readonly title: string;
    readonly guide: string;
    readonly closed?: string;
  }[];
  /** What the guidelines ask. */
  readonly linkGuidelines: string;
  readonly eventGuidelines: string;
}

/** Fields of a link (`section`, `title`, `url`) or an event (`date`, `location`, `organiser`, `organiserUrl`, `title`, `url`). */
export type SubmissionFields = Readonly<Record<string, string>> & { readonly kind: 'link' | 'event' };

export interface SubmitCheckParams {
  readonly uri: string;
  readonly submission: SubmissionFields;
  readonly field: string;
}

/** Something to say about a submission. */
export interface Advice {
  readonly rule: string;
  /** It stands in the newsletter already. */
  readonly again?: true;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  /** Another place that matters, e.g. where the same link stood before. */
  readonly related?: { readonly uri: string; readonly range: Place; readonly message: string };
}

export interface SubmitCheckResult {
  readonly value: string;
  readonly problem?: string;
  readonly changes: readonly string[];
  /** What is good to know about it. */
  readonly notes?: readonly string[];
  readonly group?: { readonly name: string; readonly location: string };
  readonly advice: readonly Advice[];
}

export interface SubmitParams {
  readonly uri: string;
  readonly submission: SubmissionFields;
}

export interface SubmitResult {
  /** Null when no place can be told. */
  readonly edit: WorkspaceEdit | null;
  /** Where it will stand. */
  readonly places: readonly Place[];
  readonly advice: readonly Advice[];
  /** What the pull request that proposes it may say; the description is Markdown. */
  readonly pullRequest: { readonly title: string; readonly description: string } | null;
}

export interface LinkItemsParams {
  readonly uri: string;
  readonly text: string;
  /** The same as a browser has it: texts of links are titles. */
  readonly html?: string;
  /** Null as well when there is more than links in the text. */
  readonly onlyLinks?: boolean;
  readonly position: Place['start'];
}

export interface LinkItemsResult {
  /** What the snippet replaces. */
  readonly range: Place;
  readonly snippet: string;
  /** The same without tab stops. */
  readonly plain: string;
  readonly advice: readonly Advice[];
}
