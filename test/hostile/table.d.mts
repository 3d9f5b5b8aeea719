export interface Row {
  readonly stake: string;
  readonly input: string;
  readonly outcome: string;
  readonly tests: readonly (readonly [file: string, title: string])[];
}
export const TABLE: readonly Row[];
export function hostileTable(): string;
export function isTitle(title: string, ran: string): boolean;
export function notShown(
  passed: ReadonlyMap<string, readonly string[]>,
  files?: ReadonlySet<string>,
): (readonly [file: string, title: string])[];
