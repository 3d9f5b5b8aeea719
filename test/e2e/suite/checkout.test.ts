import * as vscode from 'vscode';
import { damagedDraft, draftName, template } from './drafts';
import { expect, type Test, until } from './runner';
import { applyAction, finding, findings, noFinding, open, write } from './workspace';

const draft = `draft/${draftName}`;

/** What is about more than the open file: configuration, drafts, checks of many files. */
export const checkoutTests: readonly Test[] = [
  {
    name: 'a configuration file switches a rule off, written by a quick fix',
    feature: 'settings',
    async body() {
      const { uri } = await open(draft, damagedDraft);
      const { range } = await finding(uri, 'whitespace');
      await applyAction(uri, range, 'quickfix', 'Switch off whitespace');
      await noFinding(uri, 'whitespace');
    },
  },
  {
    name: 'a new draft is made once, and opens at its first placeholder',
    feature: 'newDraft',
    async body() {
      await write('draft/DRAFT_TEMPLATE', template);
      await open(draft, damagedDraft);
      const uri = await until('a draft', async () =>
        vscode.commands.executeCommand<vscode.Uri | undefined>('twir.newDraft', '2027-01-06'),
      );
      const editor = await until('its editor', () =>
        vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString()),
      );
      expect(editor.document.getText().includes('Number: 685'), 'the number is not filled in');
      const selected = editor.document.getText(editor.selection);
      expect(selected === '<!-- COTW goes here -->', `selected is: ${selected}`);
      await write('draft/2027-01-06-this-week-in-rust.md', 'Mine');
      await vscode.commands.executeCommand('twir.newDraft', '2027-01-06');
      const bytes = await vscode.workspace.fs.readFile(uri);
      expect(new TextDecoder().decode(bytes) === 'Mine', 'the draft was overwritten');
    },
  },
  {
    name: 'the checklist asks what is left to do',
    feature: 'checklist',
    async body() {
      const { uri } = await open(draft, damagedDraft);
      await finding(uri, 'placeholder-unfilled');
      const left = await until('an answer', async () =>
        vscode.commands.executeCommand<{ open: number } | undefined>('twir.readyToPublish'),
      );
      expect(left.open > 0, 'nothing is open');
    },
  },
  {
    name: 'checks files that no editor shows',
    feature: 'folders',
    async body() {
      const uri = await write('draft/2026-12-02-this-week-in-rust.md', damagedDraft);
      await vscode.commands.executeCommand('twir.checkWorkspace');
      await until('findings in a closed file', () => findings(uri).length > 0);
    },
  },
  {
    name: 'a task to check all drafts is offered, with its problem matcher',
    feature: 'folders',
    async body() {
      await open(draft, damagedDraft);
      const [task] = await until('the task', async () => {
        const found = await vscode.tasks.fetchTasks({ type: 'twir' });
        return found.length > 0 ? found : undefined;
      });
      expect(task!.name === 'check drafts', `it is called ${task!.name}`);
      expect(task!.problemMatchers.includes('$twir'), `it has ${task!.problemMatchers.join()}`);
    },
  },
  {
    name: 'checks on save only when asked to',
    feature: 'settings',
    async body() {
      const settings = vscode.workspace.getConfiguration('twir');
      const saving = vscode.workspace.getConfiguration('files');
      await settings.update('run', 'onSave', vscode.ConfigurationTarget.Global);
      // In a browser files are saved by themselves after a second.
      await saving.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
      // The server hears of settings in its own time.
      await new Promise((done) => setTimeout(done, 500));
      try {
        const document = await open(draft, damagedDraft);
        const { range } = await finding(document.uri, 'whitespace');
        const edit = new vscode.WorkspaceEdit();
        edit.delete(document.uri, range);
        await vscode.workspace.applyEdit(edit);
        // Longer than any check of so small a file takes, and shorter than it takes a browser to save by itself.
        await new Promise((done) => setTimeout(done, 600));
        await finding(document.uri, 'whitespace');
        await document.save();
        await noFinding(document.uri, 'whitespace');
      } finally {
        await settings.update('run', undefined, vscode.ConfigurationTarget.Global);
        await saving.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
      }
    },
  },
];
