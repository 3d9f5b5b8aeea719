import {
  CompletionItem,
  CompletionItemKind,
  type Disposable,
  type ExtensionContext,
  languages,
  MarkdownString,
  SnippetString,
  Uri,
  workspace,
} from 'vscode';
import { isNewsletterDocument } from '../newsletterDocument';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/**
 * Offers the snippets of `snippets/twir.code-snippets` in newsletter files. They are not contributed in the manifest,
 * because there they would be offered in everybody's Markdown.
 */
export function registerSnippets({ extensionUri }: ExtensionContext): Disposable {
  let items: Promise<CompletionItem[]> | undefined;
  return languages.registerCompletionItemProvider(
    [{ language: 'markdown' }, { pattern: '**/draft/DRAFT_TEMPLATE' }],
    {
      provideCompletionItems(document) {
        if (!isNewsletterDocument(document)) return [];
        items ??= readSnippets(Uri.joinPath(extensionUri, 'snippets/twir.code-snippets'));
        return items;
      },
    },
  );
}

async function readSnippets(file: Uri): Promise<CompletionItem[]> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  return Object.entries(JSON.parse(text) as Record<string, Snippet>).map(([name, snippet]) => {
    const body = snippet.body.join('\n');
    const item = new CompletionItem(snippet.prefix, CompletionItemKind.Snippet);
    item.detail = name;
    item.documentation = new MarkdownString(snippet.description).appendCodeblock(body, 'markdown');
    item.insertText = new SnippetString(body);
    return item;
  });
}
