import { LEVELS } from '../engine';
import type { CheckOptions, IgnoredFinding, Level } from '../rules/rule';
import type { Choices } from '../workspace/workspace';

/** The settings `twir.*` as the server uses them. What is undefined is left to `.twir.json`. */
export interface Settings extends Pick<CheckOptions, 'rules'> {
  readonly stage: CheckOptions['stage'] | undefined;
  readonly role: CheckOptions['role'] | undefined;
  /** Findings that the author alone lives with. */
  readonly ignore: readonly IgnoredFinding[];
  readonly ci: 'off' | 'info' | 'error';
  readonly inlayHints: { readonly weekdays: boolean };
  /** What there is to do is shown above the headings of a draft. */
  readonly codeLens: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  stage: undefined,
  role: undefined,
  rules: {},
  ignore: [],
  ci: 'info',
  inlayHints: { weekdays: false },
  codeLens: true,
};

/** Reads what a client sent as section `twir`; whatever is missing or makes no sense keeps its default. */
export function readSettings(value: unknown): Settings {
  const section = record(value);
  const rules: Record<string, Level> = {};
  for (const [rule, value] of Object.entries(record(section.rules))) {
    const level = LEVELS.find((known) => known === value);
    if (level) rules[rule] = level;
  }
  return {
    stage: (['draft', 'release'] as const).find((stage) => stage === section.stage),
    role: (['editor', 'contributor'] as const).find((role) => role === section.role),
    rules,
    ignore: (Array.isArray(section.ignore) ? section.ignore : []).flatMap((entry): IgnoredFinding[] => {
      const { rule, line } = record(entry);
      return typeof rule === 'string' && typeof line === 'string' ? [{ rule, line: line.trim() }] : [];
    }),
    ci: (['off', 'info', 'error'] as const).find((level) => level === section.ci) ?? DEFAULT_SETTINGS.ci,
    inlayHints: { weekdays: record(section.inlayHints).weekdays === true },
    codeLens: section.codeLens !== false,
  };
}

/** What the author has chosen, without what is left to the checkout. */
export function chosenIn({ stage, role, rules, ignore }: Settings): Choices {
  return {
    rules,
    ...(ignore.length > 0 ? { ignore } : {}),
    ...(stage ? { stage } : {}),
    ...(role ? { role } : {}),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
