import type { ExtensionContext } from 'vscode';
import type { Activated } from './activate';

/** VS Code with a Node host or in a browser: one program for both. */
export async function activate(context: ExtensionContext): Promise<Activated> {
  // As VS Code itself tells them apart.
  const node = typeof process === 'object' && process.versions?.node !== undefined;
  const host = node ? await import('./node') : await import('./browser');
  return host.activate(context);
}
