import type { Range } from '../../text/sourceText';

/** A place in the issue, or in another one. */
export interface Place extends Range {
  /** Absent: the issue itself. */
  readonly uri?: string;
}
