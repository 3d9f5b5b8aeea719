import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Encoding, inUtf16 } from './positions';

/**
 * Documents as clients open them; one that says no text or no name is refused with a line in the log.
 *
 * @param encoding what the client's positions count, as far as is known by now
 */
export function openedDocuments(encoding: () => Encoding): TextDocumentsConfiguration<TextDocument> {
  return {
    create: (uri, languageId, version, text) => {
      if (typeof uri !== 'string' || typeof text !== 'string')
        throw new TypeError('Expected a document with uri and text');
      return TextDocument.create(uri, languageId, version, text);
    },
    update: (document, changes, version) => {
      if (encoding() === 'utf-16') return TextDocument.update(document, changes, version);
      // Each change is about the text that the one before it made.
      return changes.reduce((text, change) => {
        const range = 'range' in change && inUtf16(text, change.range, encoding());
        return TextDocument.update(text, [range ? { range, text: change.text } : change], version);
      }, document);
    },
  };
}
