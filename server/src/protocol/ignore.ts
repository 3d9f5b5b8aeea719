/** Command of the client: a configuration was changed by an action. It is saved, shown, and can be put back. */
export const CONFIG_CHANGED = 'twir.configChanged';

export interface ConfigChanged {
  readonly uri: string;
  /** Its text before; null when there was no such file. */
  readonly before: string | null;
}

/** Command of the client: a finding is ignored in the author's own settings. */
export const IGNORE_FOR_ME = 'twir.ignoreForMe';

export interface IgnoredForMe {
  readonly rule: string;
  readonly line: string;
}
