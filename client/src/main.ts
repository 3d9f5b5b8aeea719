import type { ExtensionContext } from 'vscode';
import { type Activated, activateWith } from './activate';

/** VS Code with a Node host, which activates us for every Markdown file: all else is in a file that is read when it starts. */
export function activate(context: ExtensionContext): Activated {
  return activateWith(context, async () => {
    const { startInNode } = await import('./client.js');
    await startInNode(context);
  });
}
