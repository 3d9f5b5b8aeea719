import type { CheckOptions } from '../rules/rule';

/** What `twir check` was told, as far as single files are concerned. */
export interface CheckFlags {
  readonly stage?: CheckOptions['stage'] | undefined;
  readonly role?: CheckOptions['role'] | undefined;
  readonly rule: readonly string[];
  readonly since?: string | undefined;
  readonly ci?: true | undefined;
  readonly fix?: true | undefined;
  readonly diff?: true | undefined;
  readonly 'dry-run'?: true | undefined;
  readonly 'stdin-filename'?: string | undefined;
}

/** {@link CheckFlags}, and what the session and its outputs ask for. */
export interface RunOptions extends CheckFlags {
  readonly archive?: string | undefined;
  /** Whether an output shows fixes. */
  readonly withFixes: boolean;
}
