import { errorText } from '../engine';

/** Rules that threw, by document: each costs one line in the log until its document is closed. */
export class RuleFailures {
  private readonly rules = new Map<string, Set<string>>();

  constructor(private readonly log: (message: string) => void) {}

  add(rule: string, uri: string, error: unknown): void {
    const known = this.rules.get(uri) ?? new Set();
    if (known.has(rule)) return;
    this.rules.set(uri, known.add(rule));
    this.log(`Rule ${rule} failed on ${uri}: ${errorText(error)}`);
  }

  of(uri: string): readonly string[] {
    return [...(this.rules.get(uri) ?? [])];
  }

  forget(uri: string): void {
    this.rules.delete(uri);
  }
}
