import {
  commands,
  Disposable,
  type ExtensionContext,
  languages,
  MarkdownString,
  type QuickPickItem,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, HoverMiddleware } from 'vscode-languageclient';
import { RULES_OF, type RulesResult } from '../../../server/src/protocol/rules';

/** Pages of the installed extension, whatever host hands it out: `twir-rules:/rules/whitespace.md`, `twir-rules:/ci.md`. */
const SCHEME = 'twir-rules';
/** For the server, which makes the addresses of pages from it. */
export const RULE_PAGES = `${SCHEME}:/rules/`;

/** `twir.explainRule`: the page about a rule in the editor's own preview, without a network. */
export function registerRulePages(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  let known: Promise<Readonly<Record<string, string>>> | undefined;
  const pages = () => {
    known ??= readText(Uri.joinPath(context.extensionUri, 'dist/pages.json')).then((text) =>
      JSON.parse(text),
    );
    return known;
  };
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: async ({ path }) => {
        const page = (await pages())[path.replace(/^\//, '')];
        if (page === undefined) throw new Error(`There is no page ${path}`);
        return page;
      },
    }),
    commands.registerCommand('twir.explainRule', async (given?: unknown) => {
      const rule = typeof given === 'string' ? given : await chooseRule(client, 'Explain a Rule');
      // Links in hovers come here too: nothing but the name of a page is taken from them.
      const ci = rule && /^ci\/([a-z-]+)$/.exec(rule)?.[1];
      if (!rule || !(ci || /^[a-z][a-z-]*$/.test(rule))) return;
      const page = Uri.parse(ci ? `${SCHEME}:/ci.md` : `${RULE_PAGES}${rule}.md`);
      await commands.executeCommand('markdown.showPreviewToSide', ci ? page.with({ fragment: ci }) : page);
    }),
  );
}

const PAGE_LINK = /\]\(twir-rules:\/(?:rules\/([a-z-]+)\.md|(ci)\.md#([a-z-]+))\)/g;

/**
 * Hovers with links to pages of rules: VS Code follows no address of ours there, so a command shows the page. It is the
 * only one that is trusted, and takes nothing but a rule's name.
 */
export const hoverWithPages: NonNullable<HoverMiddleware['provideHover']> = async (
  document,
  position,
  token,
  next,
) => {
  const hover = await next(document, position, token);
  if (!hover) return hover;
  hover.contents = hover.contents.map((content) => {
    if (!(content instanceof MarkdownString)) return content;
    const value = content.value.replace(PAGE_LINK, (_, rule?: string, ci?: string, kind?: string) => {
      const asked = encodeURIComponent(JSON.stringify([ci ? `ci/${kind}` : rule]));
      return `](command:twir.explainRule?${asked})`;
    });
    if (value === content.value) return content;
    const trusted = new MarkdownString(value);
    trusted.isTrusted = { enabledCommands: ['twir.explainRule'] };
    return trusted;
  });
  return hover;
};

/** Extensions of web sites come from addresses that VS Code's file systems do not know. */
async function readText(uri: Uri): Promise<string> {
  if (uri.scheme !== 'http' && uri.scheme !== 'https')
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  const response = await fetch(uri.toString(true));
  if (!response.ok) throw new Error(`${uri.path}: ${response.status}`);
  return response.text();
}

interface RuleItem extends QuickPickItem {
  readonly id: string;
}

/** Asks for a rule: those at the cursor first, then those that found something in the file. */
export async function chooseRule(client: BaseLanguageClient, title: string): Promise<string | undefined> {
  const result = await rulesHere(client);
  if (!result) return undefined;
  const here = new Set(rulesAtCursor());
  const rank = ({ id, findings }: RulesResult['rules'][number]) => (here.has(id) ? 0 : findings > 0 ? 1 : 2);
  const items = [...result.rules]
    .sort((a, b) => rank(a) - rank(b))
    .map(
      ({ id, summary, severity, level, findings }): RuleItem => ({
        id,
        label: id,
        description: [
          level === undefined ? severity : `${level} (usually ${severity})`,
          ...(findings > 0 ? [`${findings} here`] : []),
        ].join(' · '),
        detail: summary,
      }),
    );
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: 'A rule, or words of what it finds',
    matchOnDetail: true,
  });
  return picked?.id;
}

/** The rules for the active newsletter file. */
export async function rulesHere(client: BaseLanguageClient): Promise<RulesResult | undefined> {
  const document = window.activeTextEditor?.document;
  if (!document) return undefined;
  const result = await client.sendRequest(RULES_OF, {
    uri: client.code2ProtocolConverter.asUri(document.uri),
  });
  if (!result) void window.showInformationMessage('Open a newsletter file first: its rules are meant.');
  return result ?? undefined;
}

function rulesAtCursor(): string[] {
  const editor = window.activeTextEditor;
  if (!editor) return [];
  return languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range, source }) => source === 'twir' && range.contains(editor.selection.active))
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}
