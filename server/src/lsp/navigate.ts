import type {
  Definition,
  Disposable,
  DocumentHighlight,
  DocumentLink,
  Location,
  Range as LspRange,
  SelectionRange,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Document } from '../engine';
import type { Place } from '../features/navigate/places';
import { type Context, stillWanted } from './context';
import { toWorkspaceEdit } from './convert';
import { DocumentHighlightKind, LSPErrorCodes, ResponseError } from './languageServer';
import { toOffset, toRange } from './positions';

/** Getting about: links, definitions, references, marks, selections, and new names for labels. */
export function registerNavigation(context: Context): Disposable[] {
  const { connection, engine } = context;
  return [
    connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
      context.answer('textDocument/documentLink', uri, token, [], (): DocumentLink[] => {
        const document = context.newsletter(uri);
        if (!document) return [];
        const { source } = engine.issue(document);
        return engine
          .documentLinks(document)
          .map(({ url, ...range }) => ({ range: toRange(source, range, context.abilities), target: url }));
      }),
    ),
    connection.onDefinition(({ textDocument: { uri }, position }, token) =>
      context.answer('textDocument/definition', uri, token, null, (): Definition | null => {
        const document = context.newsletter(uri);
        if (!document) return null;
        return locations(context, document, engine.definitions(document, at(context, document, position)));
      }),
    ),
    connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
      context.answer('textDocument/references', uri, token, null, async (): Promise<Location[] | null> => {
        // Whoever asks where a link stood wants all earlier issues.
        await engine.ready(uri);
        stillWanted(token);
        const document = context.newsletter(uri);
        if (!document) return null;
        const offset = at(context, document, position);
        return locations(context, document, engine.references(document, offset, includeDeclaration));
      }),
    ),
    connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
      context.answer('textDocument/documentHighlight', uri, token, null, (): DocumentHighlight[] | null => {
        const document = context.newsletter(uri);
        if (!document) return null;
        const { source } = engine.issue(document);
        return engine.highlights(document, at(context, document, position)).map((place) => ({
          range: toRange(source, place, context.abilities),
          kind: DocumentHighlightKind.Text,
        }));
      }),
    ),
    connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
      context.answer('textDocument/selectionRange', uri, token, null, (): SelectionRange[] | null => {
        const document = context.newsletter(uri);
        if (!document) return null;
        const { source } = engine.issue(document);
        return positions.map((position) => {
          const ranges = engine.selections(document, toOffset(source, position, context.abilities));
          const outermostFirst = [...ranges].reverse();
          return (
            outermostFirst.reduce<SelectionRange | undefined>(
              (parent, range) => ({
                range: toRange(source, range, context.abilities),
                ...(parent ? { parent } : {}),
              }),
              undefined,
            ) ?? { range: { start: position, end: position } }
          );
        });
      }),
    ),
    connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
      context.answer('textDocument/prepareRename', uri, token, null, (): LspRange | null => {
        const document = context.newsletter(uri);
        const label = document && engine.label(document, at(context, document, position));
        return label ? toRange(engine.issue(document).source, label, context.abilities) : null;
      }),
    ),
    connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
      context.answer('textDocument/rename', uri, token, null, (): WorkspaceEdit | null => {
        const document = context.newsletter(uri);
        if (!document) return null;
        const { source } = engine.issue(document);
        const edits = renamed(context, document, at(context, document, position), newName);
        const edited = { uri, version: document.version, source };
        return edits.length > 0 ? toWorkspaceEdit(edited, edits, false, context.abilities) : null;
      }),
    ),
  ];
}

function at({ engine, abilities }: Context, document: Document, position: LspRange['start']): number {
  return toOffset(engine.issue(document).source, position, abilities);
}

function renamed({ engine }: Context, document: Document, offset: number, name: string) {
  try {
    return engine.renameLabel(document, offset, name);
  } catch (error) {
    if (error instanceof RangeError) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

function locations(
  { engine, sourceOf, abilities }: Context,
  document: Document,
  places: readonly Place[],
): Location[] {
  const own = engine.issue(document).source;
  return places.flatMap((place) => {
    const source = place.uri === undefined ? own : sourceOf(place.uri);
    return source ? [{ uri: place.uri ?? document.uri, range: toRange(source, place, abilities) }] : [];
  });
}
