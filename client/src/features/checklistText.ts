import { EventEmitter, type TextDocumentContentProvider, Uri } from 'vscode';
import type { ChecklistResult, ChecklistSectionResult } from '../../../server/src/protocol/checklist';

/** Documents with the checklist as text. */
export const CHECKLIST_SCHEME = 'twir-checklist';

const STATES = { done: 'done', note: 'note', open: 'open', wrong: 'wrong' } as const;

/** The checklist as a text that every screen reader reads line by line: a heading a section, a line an entry. */
export class ChecklistText implements TextDocumentContentProvider {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private text = '';

  static readonly uri = Uri.from({ scheme: CHECKLIST_SCHEME, path: '/Checklist.md' });

  /** @param summary the whole in one sentence */
  show(list: ChecklistResult | undefined, summary: string): void {
    const text = list
      ? `# ${summary}\n${list.sections.map((section) => sectionText(section, 2)).join('')}`
      : '';
    if (text === this.text) return;
    this.text = text;
    this.changed.fire(ChecklistText.uri);
  }

  provideTextDocumentContent(): string {
    return this.text;
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function sectionText(
  { title, detail, state, entries, sections }: ChecklistSectionResult,
  level: number,
): string {
  const more = detail === '' ? '' : `, ${detail}`;
  const heading = `\n${'#'.repeat(Math.min(level, 6))} ${title}: ${STATES[state]}${more}\n`;
  const lines = entries.map(
    ({ state, message, range }) => `\n* ${STATES[state]}, line ${range.start.line + 1}: ${message}`,
  );
  const own = lines.length > 0 ? `${lines.join('')}\n` : '';
  return `${heading}${own}${sections.map((section) => sectionText(section, level + 1)).join('')}`;
}
