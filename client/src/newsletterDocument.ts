import type { TextDocument } from 'vscode';
import { isNewsletterFile } from '../../server/src/protocol/newsletterFile';

/** Longer than any front matter. */
const FIRST_LINES = 20;

/** Whether a document is the newsletter's, told without the server and without a copy of a long document. */
export function isNewsletterDocument(document: TextDocument): boolean {
  const lines: string[] = [];
  for (let n = 0; n < Math.min(document.lineCount, FIRST_LINES); n += 1) lines.push(document.lineAt(n).text);
  return isNewsletterFile(document.uri.path, lines.join('\n'));
}
