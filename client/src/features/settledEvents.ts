import type { Memento } from 'vscode';

/** Events that were added, or not wanted, for an issue: nobody is asked about them twice. */
export class SettledEvents {
  constructor(private readonly memory: Memento) {}

  has(issue: string, key: string): boolean {
    return this.keys(issue).includes(key);
  }

  async add(issue: string, keys: readonly string[]): Promise<void> {
    await this.memory.update(keyOf(issue), [...new Set([...this.keys(issue), ...keys])]);
  }

  async forget(issue: string): Promise<void> {
    await this.memory.update(keyOf(issue), undefined);
  }

  private keys(issue: string): readonly string[] {
    return this.memory.get<readonly string[]>(keyOf(issue), []);
  }
}

function keyOf(issue: string): string {
  return `twir.settledEvents ${issue}`;
}
