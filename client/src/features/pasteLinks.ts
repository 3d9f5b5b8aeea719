import {
  type CancellationToken,
  commands,
  type DataTransfer,
  Disposable,
  DocumentDropEdit,
  type DocumentSelector,
  languages,
  type Position,
  Range,
  SnippetString,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LINK_ITEMS, type LinkItemsParams, type LinkItemsResult } from '../../../server/src/protocol/submit';
import type { NewsletterFiles } from './newsletterFiles';
import { type PasteEdit, pasteEdit, registerPasteProvider } from './pasteApi';

const SELECTOR: DocumentSelector = { language: 'markdown' };
const CALENDAR = /\.(?:ics|ical)$/i;

/**
 * Ctrl+V offers addresses as link items where the editor has it (VS Code 1.97 or later); links that are dropped become
 * items, calendars that are dropped are asked for their events.
 */
export function registerPasteLinks(client: BaseLanguageClient, files: NewsletterFiles): Disposable {
  const mimeTypes = ['text/plain', 'text/html'];
  const provideDocumentPasteEdits = async (
    document: TextDocument,
    ranges: readonly Range[],
    data: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ): Promise<PasteEdit[] | undefined> => {
    const [range] = ranges;
    const wish = wishOf(document);
    if (wish === 'off' || !files.isNewsletter(document.uri)) return undefined;
    if (ranges.length !== 1 || !range?.isEmpty || !begins(document, range.start)) return undefined;
    const items = await itemsOf(client, document, range.start, data, token);
    if (!items) return undefined;
    // What stands before the cursor, a bullet perhaps, stays.
    const before = document.lineAt(range.start).text.slice(0, range.start.character);
    if (!items.snippet.startsWith(before)) return undefined;
    const title = items.snippet.includes('\n') ? 'Paste as link items' : 'Paste as link item';
    return [pasteEdit(new SnippetString(items.snippet.slice(before.length)), title, wish === 'prefer')];
  };
  const drop = languages.registerDocumentDropEditProvider(SELECTOR, {
    async provideDocumentDropEdits(document, position, data, token) {
      if (!files.isNewsletter(document.uri)) return undefined;
      const calendar = await calendarIn(data);
      if (calendar) {
        void commands.executeCommand('twir.addEventsFromFile', calendar);
        return new DocumentDropEdit('');
      }
      return dropLinks(client, document, position, data, token);
    },
  });
  const paste = registerPasteProvider(SELECTOR, { provideDocumentPasteEdits }, mimeTypes);
  return Disposable.from(drop, ...(paste ? [paste] : []));
}

/** Whether an item may begin at a place: there is nothing on the line but a bullet. */
function begins(document: TextDocument, { line, character }: Position): boolean {
  const { text } = document.lineAt(line);
  return /^(?:\* ?)?$/.test(text.slice(0, character)) && text.slice(character).trim() === '';
}

function wishOf(document: TextDocument): 'offer' | 'prefer' | 'off' {
  return workspace.getConfiguration('twir', document).get<'offer' | 'prefer' | 'off'>('paste', 'offer');
}

async function itemsOf(
  client: BaseLanguageClient,
  document: TextDocument,
  position: Position,
  data: DataTransfer,
  token: CancellationToken,
): Promise<LinkItemsResult | null> {
  const text = (await data.get('text/plain')?.asString()) ?? '';
  const html = await data.get('text/html')?.asString();
  // Asked at every paste: long texts are no list of links.
  if (text.length > 100_000 || !/https?:\/\//i.test(text)) return null;
  const params: LinkItemsParams = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    text,
    onlyLinks: true,
    position: client.code2ProtocolConverter.asPosition(position),
    ...(html ? { html } : {}),
  };
  return client.sendRequest(LINK_ITEMS, params, token);
}

/** Items where the line has room for them, else below it. */
async function dropLinks(
  client: BaseLanguageClient,
  document: TextDocument,
  position: Position,
  data: DataTransfer,
  token: CancellationToken,
): Promise<DocumentDropEdit | undefined> {
  const items = await itemsOf(client, document, position, data, token);
  if (!items) return undefined;
  const { start, end } = items.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  if (range.isEmpty && range.start.isEqual(position))
    return new DocumentDropEdit(new SnippetString(items.snippet));
  const edit = new DocumentDropEdit('');
  edit.additionalEdit = new WorkspaceEdit();
  edit.additionalEdit.replace(document.uri, range, items.plain);
  return edit;
}

/** A calendar among what was dropped: from the side bar as an address, from elsewhere as a file. */
async function calendarIn(data: DataTransfer): Promise<Uri | { name: string; text: string } | undefined> {
  for (const [, item] of data) {
    const file = item.asFile();
    if (file && CALENDAR.test(file.name))
      return file.uri ?? { name: file.name, text: new TextDecoder().decode(await file.data()) };
  }
  const addresses = (await data.get('text/uri-list')?.asString())?.split(/\r?\n/) ?? [];
  const address = addresses.find((one) => !/^https?:/i.test(one) && CALENDAR.test(one));
  return address === undefined ? undefined : Uri.parse(address);
}
