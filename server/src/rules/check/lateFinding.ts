import type { Range } from '../../text/sourceText';
import type { Finding, Fix, Related, Severity } from '../rule';

/**
 * A finding whose fixes are found when they are first asked for.
 *
 * A class: each object of a literal with a getter gets a hidden class of its own from V8, and takes ten times as long to
 * make.
 */
export class LateFinding implements Finding {
  readonly #find: () => readonly Fix[];
  #fixes: readonly Fix[] | undefined;

  constructor(
    readonly rule: string,
    readonly at: Range,
    readonly message: string,
    readonly severity: Severity,
    readonly related: readonly Related[],
    readonly unnecessary: boolean | undefined,
    find: () => readonly Fix[],
  ) {
    this.#find = find;
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??= this.#find();
    return this.#fixes;
  }
}
