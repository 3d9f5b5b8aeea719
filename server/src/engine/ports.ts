import type { WorkspacePorts } from '../workspace/ports';

/** What the engine needs from the world around it. */
export interface Ports extends WorkspacePorts {
  readonly clock: Clock;
  /** A line for the log. */
  readonly log: (message: string) => void;
  /** URI of the folder with the pages of the rules, with a slash at its end. */
  readonly rulePages?: string | undefined;
  /** Documents are read once and not edited: nothing is prepared for their next version. */
  readonly once?: boolean | undefined;
  /** A rule threw; the others go on. Without this port it goes to the log. */
  readonly ruleFailed?: (rule: string, uri: string, error: unknown) => void;
}

export interface Clock {
  /** Today as `YYYY-MM-DD` in the author's time zone. */
  today(): string;
}
