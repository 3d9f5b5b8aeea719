import * as vscode from 'vscode';
import { expect, type Test, until } from './runner';
import { openDraft } from './workspace';

export const startTests: readonly Test[] = [
  {
    name: 'a finding of ours appears in a newsletter file',
    async body() {
      const document = await openDraft(
        '2026-11-25-this-week-in-rust.md',
        'Title: This Week in Rust 679\n\n  TODO \n',
      );
      const found = await until('a finding with source twir', () =>
        vscode.languages.getDiagnostics(document.uri).find((diagnostic) => diagnostic.source === 'twir'),
      );
      expect(found.message.length > 0, 'the finding has no message');
    },
  },
];
