import type { CancellationToken, Disposable } from 'vscode-languageserver';
import type { Context } from './context';
import { RENDER, type RenderParams, type RenderResult } from './protocol';

/** `twir/render`: an open issue as a page. */
export function registerRender(context: Context): Disposable[] {
  return [
    context.connection.onRequest(RENDER, ({ uri }: RenderParams, token: CancellationToken) =>
      context.answer<RenderResult | null>(RENDER, uri, token, null, () => {
        const document = context.newsletter(uri);
        return document ? { version: document.version, ...context.service.preview(document) } : null;
      }),
    ),
  ];
}
