import * as vscode from 'vscode';
import { damagedDraft, draftName, ordinaryMarkdown } from './drafts';
import { expect, type Test, until } from './runner';
import { applyAction, everything, finding, findings, noFinding, open, write } from './workspace';

const draft = `draft/${draftName}`;

export const tests: readonly Test[] = [
  {
    name: 'starts with the first newsletter file',
    async body() {
      await open(draft, damagedDraft);
      await until('the extension is active', () =>
        vscode.extensions.all.some(
          ({ packageJSON, isActive }) => packageJSON.name === 'twir-authoring' && isActive,
        ),
      );
    },
  },
  {
    name: 'finds what is wrong, with rule and documentation',
    async body() {
      const { uri } = await open(draft, damagedDraft);
      for (const rule of ['whitespace', 'placeholder-unfilled', 'event-past']) {
        const { code, message } = await finding(uri, rule);
        expect(message.length > 0, `${rule} has no message`);
        expect(typeof code === 'object' && code.target, `${rule} has no link to its page`);
      }
    },
  },
  {
    name: 'is silent in other Markdown files',
    async body() {
      const ordinary = await open('notes.md', ordinaryMarkdown);
      const { uri } = await open(draft, damagedDraft);
      // The server answers in order: once the later file has its findings, the earlier one would have had its own.
      await finding(uri, 'whitespace');
      expect(findings(ordinary.uri).length === 0, 'there are findings in notes.md');
    },
  },
  {
    name: 'follows what is typed',
    async body() {
      const document = await open(draft, damagedDraft);
      const { range } = await finding(document.uri, 'whitespace');
      const edit = new vscode.WorkspaceEdit();
      edit.delete(document.uri, range);
      await vscode.workspace.applyEdit(edit);
      await noFinding(document.uri, 'whitespace');
    },
  },
  {
    name: 'a quick fix repairs one finding',
    async body() {
      const document = await open(draft, damagedDraft);
      const { range } = await finding(document.uri, 'whitespace');
      await applyAction(document.uri, range, 'quickfix', ({ diagnostics }) =>
        Boolean(diagnostics?.some((diagnostic) => diagnostic.source === 'twir')),
      );
      await noFinding(document.uri, 'whitespace');
      expect(document.getText().includes('letter)\n'), 'the blanks are still there');
    },
  },
  {
    name: 'fix all repairs what has one right answer',
    async body() {
      const document = await open(draft, damagedDraft);
      await finding(document.uri, 'whitespace');
      await applyAction(document.uri, everything(document), 'source.fixAll.twir');
      await noFinding(document.uri, 'whitespace');
      expect(document.getText().includes('A letter to all authors'), 'fix all took more than it should');
    },
  },
  {
    name: 'organising sorts events',
    async body() {
      const document = await open(draft, damagedDraft);
      await finding(document.uri, 'event-past');
      await applyAction(document.uri, everything(document), 'source.organizeEvents.twir');
      const text = document.getText();
      expect(text.indexOf('Rust Ghent') < text.indexOf('Rust Oslo'), `not sorted:\n${text}`);
    },
  },
  {
    name: 'completes at the start of an entry',
    async body() {
      const document = await open(draft, damagedDraft.replace('### Official\n', '### Official\n* \n'));
      const line = document
        .getText()
        .slice(0, document.getText().indexOf('### Official\n'))
        .split('\n').length;
      const list = await until('a completion', async () => {
        const answer = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          new vscode.Position(line, 2),
        );
        return answer.items.length > 0 && answer;
      });
      expect(list.items.length > 0, 'nothing is offered');
    },
  },
  {
    name: 'the preview opens',
    async body() {
      await open(draft, damagedDraft);
      await vscode.commands.executeCommand('twir.preview');
      await until('a preview tab', () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ input }) => input instanceof vscode.TabInputWebview),
      );
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  },
  {
    name: 'checks files that no editor shows',
    async body() {
      const uri = await write('draft/2026-12-02-this-week-in-rust.md', damagedDraft);
      await vscode.commands.executeCommand('twir.checkWorkspace');
      await until('findings in a closed file', () => findings(uri).length > 0);
    },
  },
  {
    name: 'the server can be restarted',
    async body() {
      const document = await open(draft, damagedDraft);
      await finding(document.uri, 'whitespace');
      await vscode.commands.executeCommand('twir.restartServer');
      const { range } = await finding(document.uri, 'whitespace');
      const edit = new vscode.WorkspaceEdit();
      edit.delete(document.uri, range);
      await vscode.workspace.applyEdit(edit);
      // Only a living server takes a finding back.
      await noFinding(document.uri, 'whitespace');
    },
  },
];
