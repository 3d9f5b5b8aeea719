import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { DocumentParams } from './document';
import { RequestType } from './messages';

/** Asks for every rule, with what holds for a document; null for files that are none of the newsletter's. */
export const RULES_OF = new RequestType<DocumentParams, RulesResult | null, void>('twir/rules');

/** Asks for the edit of the checkout's configuration that gives a rule a level; null where there can be none. */
export const SET_RULE = new RequestType<SetRuleParams, SetRuleResult | null, void>('twir/setRule');

export type RuleLevel = 'off' | 'error' | 'warning' | 'info' | 'hint';

export interface RulesResult {
  readonly rules: readonly {
    readonly id: string;
    readonly summary: string;
    /** What holds without settings and configuration. */
    readonly severity: RuleLevel;
    /** What settings or configuration say; absent where they say nothing. */
    readonly level?: RuleLevel;
    /** How many findings there are in the document. */
    readonly findings: number;
  }[];
}

export interface SetRuleParams extends DocumentParams {
  readonly rule: string;
  /** Absent: what holds without the configuration. */
  readonly level?: RuleLevel;
}

export interface SetRuleResult {
  readonly edit: WorkspaceEdit;
  /** Of the configuration. */
  readonly config: string;
}
