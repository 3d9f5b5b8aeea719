import type { CheckOptions, Severity } from '../rules/rule';

/** The settings `twir.*` as the server uses them. */
export interface Settings extends Pick<CheckOptions, 'stage' | 'role' | 'rules'> {
  readonly inlayHints: { readonly weekdays: boolean };
}

export const DEFAULT_SETTINGS: Settings = {
  stage: 'draft',
  role: 'editor',
  rules: {},
  inlayHints: { weekdays: false },
};

const LEVELS: readonly (Severity | 'off')[] = ['off', 'error', 'warning', 'info', 'hint'];

/** Reads what a client sent as section `twir`; whatever is missing or makes no sense keeps its default. */
export function readSettings(value: unknown): Settings {
  const section = record(value);
  const rules: Record<string, Severity | 'off'> = {};
  for (const [rule, value] of Object.entries(record(section.rules))) {
    const level = LEVELS.find((known) => known === value);
    if (level) rules[rule] = level;
  }
  return {
    stage: section.stage === 'release' ? 'release' : 'draft',
    role: section.role === 'contributor' ? 'contributor' : 'editor',
    rules,
    inlayHints: { weekdays: record(section.inlayHints).weekdays === true },
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
