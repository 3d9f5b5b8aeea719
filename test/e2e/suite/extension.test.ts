import * as vscode from 'vscode';
import { damagedDraft, draftName, ordinaryMarkdown, template } from './drafts';
import { expect, type Test, until } from './runner';
import { noServerProcess, serverProcess } from './server-process';
import { applyAction, everything, finding, findings, noFinding, open, write } from './workspace';

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

export const tests: readonly Test[] = [
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
  {
    name: 'debug information says what runs, and nothing of the text',
    feature: 'robust',
    async body() {
      const { uri } = await open(draft, damagedDraft);
      await finding(uri, 'whitespace');
      await vscode.commands.executeCommand('twir.copyDebugInfo');
      const text = await until('text in the clipboard', async () => vscode.env.clipboard.readText());
      expect(/^- Extension: \d/.test(text) && text.includes(vscode.version), `copied: ${text}`);
      expect(!text.includes('this-week-in-rust.md'), `names the file: ${text}`);
    },
  },
  {
    name: 'the server can be restarted',
    feature: 'robust',
    async body() {
      const document = await open(draft, damagedDraft);
      await finding(document.uri, 'whitespace');
      await vscode.commands.executeCommand('twir.restartServer');
      await answersEdits(document);
    },
  },
  {
    name: 'a server that was killed comes back',
    feature: 'robust',
    skip: noServerProcess(),
    async body() {
      const document = await open(draft, damagedDraft);
      await finding(document.uri, 'whitespace');
      const before = await until('the server runs', serverProcess);
      process.kill(before, 'SIGKILL');
      await until('another server runs', () => {
        const now = serverProcess();
        return now !== undefined && now !== before;
      });
      await answersEdits(document);
    },
  },
];

/** Only a living server takes findings back and makes new ones. */
async function answersEdits(document: vscode.TextDocument): Promise<void> {
  const { range } = await finding(document.uri, 'whitespace');
  const edit = new vscode.WorkspaceEdit();
  edit.delete(document.uri, range);
  await vscode.workspace.applyEdit(edit);
  await noFinding(document.uri, 'whitespace');
  const damage = new vscode.WorkspaceEdit();
  damage.insert(document.uri, range.start, '  ');
  await vscode.workspace.applyEdit(damage);
  await finding(document.uri, 'whitespace');
}

async function formatting(uri: vscode.Uri): Promise<vscode.TextEdit[] | undefined> {
  return vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
    'vscode.executeFormatDocumentProvider',
    uri,
    { tabSize: 4, insertSpaces: true },
  );
}
