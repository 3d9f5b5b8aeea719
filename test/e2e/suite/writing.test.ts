import * as vscode from 'vscode';
import { damagedDraft, draftName, ordinaryMarkdown } from './drafts';
import { expect, type Test, until } from './runner';
import { noServerProcess, serverProcess } from './server-process';
import { applyAction, everything, finding, findings, noFinding, open } from './workspace';

const draft = `draft/${draftName}`;

/** Labels of what is offered at the end of a document. */
async function completions(uri: vscode.Uri): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    document.lineAt(document.lineCount - 1).range.end,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** What an author meets while writing, from the first newsletter file on. */
export const writingTests: readonly Test[] = [
  {
    name: 'starts nothing for other Markdown files',
    feature: 'silence',
    async body() {
      const { uri } = await open('notes.md', ordinaryMarkdown);
      await until('the extension is active', () =>
        vscode.extensions.all.some(
          ({ packageJSON, isActive }) => packageJSON.name === 'twir-authoring' && isActive,
        ),
      );
      expect(!(await completions(uri)).includes('twlink'), 'our snippets are offered in notes.md');
      if (noServerProcess() === undefined) expect(serverProcess() === undefined, 'a server runs');
    },
  },
  {
    name: 'starts with the first newsletter file',
    feature: 'findings',
    async body() {
      const { uri } = await open(draft, damagedDraft);
      await finding(uri, 'whitespace');
      await until('a snippet', async () => (await completions(uri)).includes('twlink'));
    },
  },
  {
    name: 'finds what is wrong, with rule and documentation',
    feature: 'findings',
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
    feature: 'silence',
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
    feature: 'findings',
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
    feature: 'fixes',
    async body() {
      const document = await open(draft, damagedDraft);
      const { range } = await finding(document.uri, 'whitespace');
      await applyAction(document.uri, range, 'quickfix', 'spaces');
      await noFinding(document.uri, 'whitespace');
      expect(document.getText().includes('letter)\n'), 'the blanks are still there');
    },
  },
  {
    name: 'fix all repairs what has one right answer',
    feature: 'fixes',
    async body() {
      const document = await open(draft, damagedDraft);
      await finding(document.uri, 'whitespace');
      await applyAction(document.uri, everything(document), 'source.fixAll.twir');
      await noFinding(document.uri, 'whitespace');
      expect(document.getText().includes('A letter to all authors'), 'fix all took more than it should');
    },
  },
  {
    name: 'organizing sorts events',
    feature: 'organize',
    async body() {
      const document = await open(draft, damagedDraft);
      await finding(document.uri, 'event-past');
      await applyAction(document.uri, everything(document), 'source.organizeEvents.twir');
      const text = document.getText();
      expect(text.indexOf('Rust Ghent') < text.indexOf('Rust Oslo'), `not sorted:\n${text}`);
    },
  },
  {
    name: 'formats newsletter files and no others',
    feature: 'format',
    async body() {
      const document = await open(draft, damagedDraft);
      const edits = await until('edits of the formatter', () => formatting(document.uri));
      expect(edits.length > 0, 'no edits');
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits);
      await vscode.workspace.applyEdit(edit);
      await noFinding(document.uri, 'whitespace');
      const ordinary = await open('notes.md', ordinaryMarkdown);
      expect(!(await formatting(ordinary.uri))?.length, 'notes.md would be formatted');
    },
  },
  {
    name: 'adds events of the clipboard once they are confirmed',
    feature: 'importEvents',
    undo: true,
    async body() {
      const document = await open(draft, damagedDraft);
      await finding(document.uri, 'event-past');
      const entry =
        '* 2026-12-05 | Bern, CH | [Rust Bern](https://example.org/rust-bern)\n    * [**What was added**](https://example.org/rust-bern/4)\n';
      await vscode.env.clipboard.writeText(entry);
      const before = document.getText();
      let asked = 0;
      await until('the event in the draft', async () => {
        // Accepted before VS Code has ticked its entries, the list closes without any: then it is asked for again.
        if (Date.now() - asked > 3000) {
          asked = Date.now();
          await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
          void vscode.commands.executeCommand('twir.addEventsFromClipboard');
        }
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.getText().includes('What was added');
      });
      expect(
        document.getText().includes(`sooner**](https://example.org/rust-ghent/3)\n`),
        'the rest has changed',
      );
      await vscode.commands.executeCommand('undo');
      await until('the draft as it was', () => document.getText() === before);
    },
  },
  {
    name: 'offers what a section is filled with',
    feature: 'complete',
    async body() {
      const heading = '### CFP - Projects\n';
      const document = await open(draft, damagedDraft.replace('## Upcoming', `${heading}\n\n\n## Upcoming`));
      const { line } = document.positionAt(document.getText().indexOf(heading));
      await until('a completion', async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          new vscode.Position(line + 2, 0),
        );
        return items.some(({ label }) =>
          /call for participation/i.test(typeof label === 'string' ? label : label.label),
        );
      });
    },
  },
  {
    name: 'a setting switches a rule off',
    feature: 'settings',
    async body() {
      const { uri } = await open(draft, damagedDraft);
      await finding(uri, 'whitespace');
      const settings = vscode.workspace.getConfiguration('twir');
      await settings.update('rules', { whitespace: 'off' }, vscode.ConfigurationTarget.Global);
      await noFinding(uri, 'whitespace');
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
      await finding(uri, 'whitespace');
    },
  },
];

async function formatting(uri: vscode.Uri): Promise<vscode.TextEdit[] | undefined> {
  return vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
    'vscode.executeFormatDocumentProvider',
    uri,
    { tabSize: 4, insertSpaces: true },
  );
}
