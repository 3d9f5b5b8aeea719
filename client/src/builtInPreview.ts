import { isNewsletterFile } from '../../server/src/protocol/newsletterFile';

/** What we use of markdown-it, with which VS Code's own preview reads Markdown. */
interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: State) => void): void };
  };
}

interface State {
  readonly src: string;
  readonly env: { readonly currentDocument?: { readonly path: string } };
  readonly tokens: unknown[];
  readonly Token: new (type: string, tag: string, nesting: number) => { content: string };
}

const NOTE =
  '<p><small>The site reads this issue differently than this preview does. ' +
  'The command “This Week in Rust: Open Preview” shows what it will publish.</small></p>\n';

/** Puts a line above a newsletter file in VS Code's own preview (`markdown.markdownItPlugins` in the manifest). */
export function extendMarkdownIt<T extends MarkdownIt>(markdown: T): T {
  markdown.core.ruler.push('twir-note', ({ env, src, tokens, Token }) => {
    const path = env.currentDocument?.path;
    if (path === undefined || !isNewsletterFile(path, src)) return;
    const note = new Token('html_block', '', 0);
    note.content = NOTE;
    tokens.unshift(note);
  });
  return markdown;
}
