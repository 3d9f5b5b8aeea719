import { commands, Disposable, type ExtensionContext, type TextDocument, workspace } from 'vscode';
import { extendMarkdownIt } from './builtInPreview';
import { isNewsletterDocument } from './newsletterDocument';

/** The template has no extension, so its language depends on the user's settings. */
const LANGUAGES: ReadonlySet<string> = new Set(['markdown', 'plaintext']);
/** What VS Code gets from us when it activates us. */
export interface Activated {
  readonly extendMarkdownIt: typeof extendMarkdownIt;
}

/** Set in a checkout of the newsletter: commands that need no open issue, such as “New Draft”, ask for it. */
const IN_CHECKOUT = 'twir.inCheckout';

/**
 * The one activation of both hosts. VS Code activates us for any Markdown file; as long as none is the newsletter's,
 * nothing is loaded and no server runs. The first newsletter file, or the first command, starts everything.
 *
 * @param startAll starts everything in a host, and only then loads what that needs
 */
export function activateWith(context: ExtensionContext, startAll: () => Promise<void>): Activated {
  let started: Promise<void> | undefined;
  const waiting: Disposable[] = [];
  const start = () => {
    if (!started) {
      Disposable.from(...waiting).dispose();
      started = startAll();
    }
    return started;
  };
  const startFor = (document: TextDocument) => {
    if (LANGUAGES.has(document.languageId) && isNewsletterDocument(document)) void start();
  };
  waiting.push(
    workspace.onDidOpenTextDocument(startFor),
    // A new file becomes one of the newsletter's when its first block is typed or pasted.
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some(({ range }) => range.start.line < 10)) startFor(document);
    }),
    ...contributedCommands(context).map((id) =>
      commands.registerCommand(id, async (...args) => {
        await start();
        return commands.executeCommand(id, ...args);
      }),
    ),
  );
  context.subscriptions.push(...waiting);
  void tellCheckout();
  workspace.textDocuments.forEach(startFor);
  return { extendMarkdownIt };
}

function contributedCommands({ extension }: ExtensionContext): string[] {
  const { contributes } = extension.packageJSON as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] };
  };
  return contributes.commands.map(({ command }) => command);
}

async function tellCheckout(): Promise<void> {
  const [template] = await workspace.findFiles('**/draft/DRAFT_TEMPLATE', null, 1);
  if (template) await commands.executeCommand('setContext', IN_CHECKOUT, true);
}
