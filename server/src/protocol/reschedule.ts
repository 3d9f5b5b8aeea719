import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { DocumentParams } from './document';
import { RequestType } from './messages';
import type { Place } from './place';

/** Asks to which days the event at a position can be put; null where there is none. */
export const RESCHEDULE_DAYS = new RequestType<RescheduleDaysParams, RescheduleDaysResult | null, void>(
  'twir/rescheduleDays',
);

/** Asks for the edit that puts it there; null when that makes no sense. */
export const RESCHEDULE = new RequestType<RescheduleParams, WorkspaceEdit | null, void>('twir/reschedule');

export interface RescheduleDaysParams extends DocumentParams {
  readonly position: Place['start'];
}

export interface RescheduleDaysResult {
  /** Of the event. */
  readonly title: string;
  /** Its present first day. */
  readonly date: string;
  readonly days: readonly {
    readonly date: string;
    readonly weekday: string;
    /** How many events there are on it. */
    readonly events: number;
  }[];
}

export interface RescheduleParams extends RescheduleDaysParams {
  readonly date: string;
}
