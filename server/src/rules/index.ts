import type { Rule } from './rule';
import whitespace from './whitespace';

/** Every rule, in the order in which they are asked and shown (domain, chapter 5). */
export const RULES: readonly Rule[] = [whitespace];

export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
