import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { type ClientOptions, TRUSTED } from '../../server/src/protocol/files';
import type { ClientFactory } from './clientFactory';
import { registerActions } from './features/actions';
import { registerAnnounce } from './features/announce';
import { registerChangeSeverity } from './features/changeSeverity';
import { registerChanges } from './features/changes';
import { registerChecks } from './features/checkFiles';
import { registerChecklist } from './features/checklist';
import { registerCheckTask } from './features/checkTask';
import { registerClip } from './features/clip';
import { Crashes, offerRestart } from './features/crashes';
import { registerDebugInfo } from './features/debugInfo';
import { registerEnterKey } from './features/enterKey';
import { answerFileRequests } from './features/fileRequests';
import { registerFill } from './features/fill';
import { registerIgnore } from './features/ignore';
import { registerImport } from './features/importEvents';
import { registerLinkItems } from './features/linkItems';
import { registerNewDraft } from './features/newDraft';
import { NewsletterFiles } from './features/newsletterFiles';
import { registerPasteLinks } from './features/pasteLinks';
import { registerPreviews } from './features/preview';
import { registerPublish } from './features/publish';
import { registerReschedule } from './features/reschedule';
import { registerReview } from './features/review';
import { registerRole, rememberedRole } from './features/role';
import { hoverWithPages, RULE_PAGES, registerRulePages } from './features/rulePages';
import { registerSnippets } from './features/snippets';
import { registerStatusItem } from './features/statusItem';
import { registerSubmit } from './features/submit';

const NAME = 'This Week in Rust';

/** Starts the server and registers everything that the extension does in an editor. */
export async function startExtension(context: ExtensionContext, createClient: ClientFactory): Promise<void> {
  const log = window.createOutputChannel(NAME, { log: true });
  const words = Uri.joinPath(context.extensionUri, 'dist/words.txt').toString();
  // `twir` is also the section of `twir.trace.server`.
  const client = createClient('twir', NAME, {
    // The template has no extension, so its language depends on the user's settings.
    documentSelector: [
      { language: 'markdown' },
      { pattern: '**/draft/DRAFT_TEMPLATE' },
      { pattern: '**/.twir.json' },
    ],
    diagnosticCollectionName: 'twir',
    outputChannel: log,
    // Asked at each start: trust may have been granted meanwhile.
    initializationOptions: (): ClientOptions => ({
      files: true,
      rulePages: RULE_PAGES,
      words,
      role: rememberedRole(context.globalState),
      asksRole: true,
      untrusted: !workspace.isTrusted,
      brings: { outline: true, schema: true },
      commands: true,
    }),
    errorHandler: new Crashes(log),
    markdown: { isTrusted: false },
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      filter: (_, mode) =>
        // Asked for when a file is opened in either case.
        (mode as string) === 'onType' && workspace.getConfiguration('twir').get('run') === 'onSave',
    },
    middleware: { provideHover: (...asked) => hoverWithPages(...asked) },
  });
  const files = new NewsletterFiles(client);
  context.subscriptions.push(
    workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(TRUSTED)),
    log,
    files,
    answerFileRequests(client),
    registerStatusItem(client, files),
    registerActions(client, files),
    registerChecks(client, files),
    registerCheckTask(client),
    registerChecklist(client, files),
    registerDebugInfo(context, client, files),
    registerFill(client),
    registerChanges(client),
    registerClip(client),
    registerPublish(client),
    registerReview(client),
    registerIgnore(client),
    registerAnnounce(client),
    registerImport(client, context.workspaceState),
    registerNewDraft(client),
    registerSubmit(client, context.workspaceState),
    registerLinkItems(client),
    registerPasteLinks(client, files),
    registerPreviews(context, client, files),
    registerReschedule(client),
    registerRulePages(context, client),
    registerChangeSeverity(client),
    registerRole(client, context.globalState),
    registerSnippets(context),
    registerEnterKey(files),
    commands.registerCommand('twir.showOutput', () => log.show()),
    commands.registerCommand('twir.restartServer', async () => {
      try {
        if (client.needsStop()) await client.stop();
        await client.start();
      } catch (error) {
        log.error(`The language server could not be restarted: ${error}`);
        void offerRestart('The language server of This Week in Rust could not be restarted.');
      }
    }),
    { dispose: () => void client.dispose() },
  );
  // Commands about the server itself make no sense before there is one.
  void commands.executeCommand('setContext', 'twir.started', true);
  try {
    await client.start();
  } catch (error) {
    log.error(`The language server did not start: ${error}`);
    void offerRestart('The language server of This Week in Rust did not start.');
  }
}
