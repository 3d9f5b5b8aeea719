import type { CancellationToken, Disposable } from 'vscode-languageserver';
import {
  EXPORT,
  type ExportParams,
  GITHUB,
  type GitHubParams,
  PAGE,
  type PageParams,
  type PageResult,
  RENDER,
  type RenderParams,
  type RenderResult,
} from '../protocol/protocol';
import type { Context } from './context';

/** Everything about an open issue as a page: whole, in pieces for a preview, as a document, as GitHub would show it. */
export function registerRender(context: Context): Disposable[] {
  const { connection, engine } = context;
  return [
    connection.onRequest(RENDER, ({ uri }: RenderParams, token: CancellationToken) =>
      context.answer<RenderResult | null>(RENDER, uri, token, null, () => {
        const document = context.newsletter(uri);
        return document ? { version: document.version, ...engine.preview(document) } : null;
      }),
    ),
    connection.onRequest(PAGE, (params: PageParams, token: CancellationToken) =>
      context.answer<PageResult | null>(PAGE, params.uri, token, null, () => page(context, params)),
    ),
    connection.onRequest(EXPORT, ({ uri, theme }: ExportParams, token: CancellationToken) =>
      context.answer<string | null>(EXPORT, uri, token, null, () => {
        const document = context.newsletter(uri);
        return document ? engine.exportPage(document, theme) : null;
      }),
    ),
    connection.onRequest(GITHUB, ({ uri, line }: GitHubParams, token: CancellationToken) =>
      context.answer<string | null>(GITHUB, uri, token, null, () => {
        const document = context.newsletter(uri);
        return document ? engine.github(document, line) : null;
      }),
    ),
  ];
}

async function page(context: Context, { uri, known }: PageParams): Promise<PageResult | null> {
  const options = await context.options(uri);
  const document = context.newsletter(uri);
  if (!document) return null;
  const { pieces, number, date, ...rest } = context.engine.page(document);
  const has = new Set(known);
  return {
    ...rest,
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    version: document.version,
    pieces: pieces.map(({ key, line, html }) => (has.has(key) ? { key, line } : { key, line, html })),
    findings: context.engine.pageFindings(document, options),
  };
}
