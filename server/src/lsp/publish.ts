import type { Disposable } from 'vscode-languageserver';
import { PublicationError } from '../engine';
import { ANNOUNCEMENTS, PUBLICATION, type PublicationResult, REDDIT_LINK, TIDY } from '../protocol/publish';
import { type Context, modified, uriOf } from './context';
import { toWorkspaceEdit } from './convert';
import { toRange } from './positions';

/** `twir/publication...`: an issue comes out, is linked and announced. Null for files that are not open or not the newsletter’s. */
export function registerPublish(context: Context): Disposable[] {
  const { engine } = context;
  return [
    context.handle(PUBLICATION, uriOf, null, ({ uri }) => publication(context, uri)),
    context.handle(TIDY, uriOf, null, async ({ uri, chosen }) => {
      const options = await context.options(uri);
      const document = context.newsletter(uri);
      const edits = document && engine.tidy(document, options, chosen);
      if (!edits || edits.length === 0) return null;
      const { source } = engine.issue(document);
      return {
        edit: toWorkspaceEdit({ uri, version: document.version, source }, edits, false, context.abilities),
      };
    }),
    context.handle(REDDIT_LINK, uriOf, null, ({ uri, address }) => {
      const document = context.newsletter(uri);
      if (!document) return null;
      const result = engine.redditLink(document, address);
      if ('problem' in result) return { problem: `${result.problem}.` };
      const { edits, url, numberKnown } = result;
      if (edits.length === 0) return { url, numberKnown };
      const { source } = engine.issue(document);
      const { version } = document;
      return {
        url,
        numberKnown,
        edit: toWorkspaceEdit({ uri, version, source }, edits, false, context.abilities),
      };
    }),
    context.handle(ANNOUNCEMENTS, uriOf, [], ({ uri }) => {
      const document = context.newsletter(uri);
      return document ? engine.announcements(document) : [];
    }),
  ];
}

async function publication(context: Context, uri: string): Promise<PublicationResult | null> {
  const { engine } = context;
  const options = await context.options(uri);
  const document = context.newsletter(uri);
  if (!document) return null;
  try {
    const { base, offers, errors, next, ...plan } = await engine.publication(document, options);
    if (context.document(uri)?.version !== document.version) throw modified();
    const { source } = engine.issue(document);
    return {
      plan: {
        ...plan,
        next,
        version: document.version,
        ...(base === undefined ? {} : { base }),
        offers: offers.map(({ finding, fix }) => ({
          title: fix.title,
          message: finding.message,
          line: source.lineNumberAt(finding.at.start),
        })),
        errors: errors.map(({ at, message }) => ({ message, range: toRange(source, at, context.abilities) })),
      },
    };
  } catch (error) {
    if (error instanceof PublicationError) return { problem: `${error.message}.` };
    throw error;
  }
}
