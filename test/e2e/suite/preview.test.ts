import * as vscode from 'vscode';
import { damagedDraft, draftName } from './drafts';
import { expect, type Test, until } from './runner';
import { finding, open } from './workspace';

const draft = `draft/${draftName}`;

/** The page beside the draft. */
export const previewTests: readonly Test[] = [
  {
    name: 'the preview opens',
    feature: 'preview',
    async body() {
      await open(draft, damagedDraft);
      await vscode.commands.executeCommand('twir.preview');
      await until('a preview tab', () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(
            ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('twir.preview'),
          ),
      );
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  },
  {
    name: 'one preview follows the issue that is edited, unless it is locked',
    feature: 'preview',
    async body() {
      const previews = () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .filter(
            ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('twir.preview'),
          )
          .map(({ label }) => label);
      const next = damagedDraft.replaceAll('2026-03-04', '2026-03-11');
      const first = await open(draft, damagedDraft);
      await finding(first.uri, 'whitespace');
      await vscode.commands.executeCommand('twir.previewToSide');
      await until('the first issue', () => previews().join() === `Preview ${draftName}`);
      const second = await open('draft/2026-03-11-this-week-in-rust.md', next);
      await until('the second issue', () => previews().join() === 'Preview 2026-03-11-this-week-in-rust.md');
      await vscode.commands.executeCommand('twir.preview.lock');
      await vscode.window.showTextDocument(first, { viewColumn: vscode.ViewColumn.One });
      await finding(first.uri, 'whitespace');
      await until(
        'the second issue still',
        () => previews().join() === 'Preview 2026-03-11-this-week-in-rust.md (locked)',
      );
      await vscode.commands.executeCommand('twir.preview.unlock');
      await until('the first issue again', () => previews().join() === `Preview ${draftName}`);
      expect(second.isDirty === false, 'following changed a document');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  },
  {
    name: 'the issue is copied as a mail with its styles in the elements',
    feature: 'preview',
    async body() {
      await open(draft, damagedDraft);
      const html = await vscode.commands.executeCommand<string | undefined>('twir.preview.copyHtml', 'email');
      expect(html?.startsWith('<!doctype html>'), `not a document: ${html?.slice(0, 100)}`);
      expect(/<h2[^>]* style="/.test(html ?? ''), 'no styles in the elements');
    },
  },
];
