import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { EXPORT, GITHUB, PAGE, type PageParams, type PageResult, RENDER } from '../protocol/page';
import { type Context, stillWanted, uriOf } from './context';

/** Everything about an open issue as a page: whole, in pieces for a preview, as a document, as GitHub would show it. */
export function registerRender(context: Context): Disposable[] {
  const { engine } = context;
  return [
    context.handle(RENDER, uriOf, null, ({ uri }) => {
      const document = context.newsletter(uri);
      return document ? { version: document.version, ...engine.preview(document) } : null;
    }),
    context.handle(PAGE, uriOf, null, (params, token) => page(context, params, token)),
    context.handle(EXPORT, uriOf, null, ({ uri, theme }) => {
      const document = context.newsletter(uri);
      return document ? engine.exportPage(document, theme) : null;
    }),
    context.handle(GITHUB, uriOf, null, ({ uri, line }) => {
      const document = context.newsletter(uri);
      return document ? engine.github(document, line) : null;
    }),
  ];
}

async function page(
  context: Context,
  { uri, known }: PageParams,
  token: CancellationToken,
): Promise<PageResult | null> {
  const options = await context.options(uri);
  stillWanted(token);
  const document = context.newsletter(uri);
  if (!document) return null;
  if (!context.engine.hasTold(document, options)) await context.checked(document, options, token);
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
