import * as vscode from 'vscode';
import { draftName, template } from './drafts';
import { expect, type Test, until } from './runner';
import { noServerProcess } from './server-process';
import { applyAction, finding, findings, noFinding, open, write } from './workspace';

const front = 'Title: This Week in Rust 679\nNumber: 679\nDate: 2026-11-25\nCategory: This Week in Rust\n\n';
const project = `${front}## Updates from the Rust Project

<!-- Rust updates go here -->

#### Cargo
* [make my_function faster](https://github.com/rust-lang/cargo/pull/1)
* [say what Vec<T> is](https://github.com/rust-lang/cargo/pull/2)
`;
const ofWeek = `${front}## Crate of the Week

<!-- COTW goes here -->

# Quote of the Week

<!-- QOTW goes here -->

[Please submit quotes and vote for next week!](https://users.rust-lang.org/t/twir-quote-of-the-week/328)

<small>[Discuss on r/rust](REDDIT_LINK_HERE)</small>
`;
const crate =
  '[quote="mina, post:1500, topic:2704"]\nI suggest [clapper](https://crates.io/crates/clapper), a crate to clap.\n[/quote]';
const quote =
  '[quote="mina, post:1900, topic:328"]\n> Clapping is fast.\n\n— Otto on rust-users\n\nhttps://users.rust-lang.org/t/on-clapping/777/4\n[/quote]';
const events = `${front}## Upcoming Events

Rusty Events between 2026-11-25 - 2026-12-23 🦀

### Europe
* 2026-12-03 | Ghent, BE | [Rust Ghent](https://example.org/rust-ghent)
    * [**An evening**](https://example.org/rust-ghent/1)

If you are running a Rust event please add it to the calendar.
`;
const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Rust Oslo\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Oslo:20261210T180000\r\nSUMMARY:What the calendar has\r\nLOCATION:Oslo, Norway\r\nURL:https://example.org/rust-oslo/1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
const item = '* [A paper](https://example.com/paper)';

/** Takes the last change back in one step. */
async function undone(document: vscode.TextDocument, before: string): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  await until('the text as it was', () => document.getText() === before);
}

/** What editors do once a week that no other test does, each taken back in one step. */
export const pointTests: readonly Test[] = [
  {
    name: 'merged pull requests of a checkout are inserted',
    feature: 'changes',
    undo: true,
    skip: noServerProcess() && 'no git can be run here',
    async body() {
      const document = await open(`draft/${draftName}`, project);
      const { execFileSync } = process.getBuiltinModule('node:child_process');
      const folder = vscode.Uri.joinPath(document.uri, '../../cargo').fsPath;
      const when = '2026-11-20T12:00:00Z';
      const env = { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when };
      const git = (...words: string[]) =>
        execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-C', folder, ...words], {
          env,
        });
      await write(`${vscode.workspace.asRelativePath(folder)}/README.md`, '');
      git('init', '-q', '-b', 'main');
      git('remote', 'add', 'origin', 'https://github.com/rust-lang/cargo.git');
      git('commit', '-q', '--allow-empty', '-m', 'feat(index): read the index in pieces (#15102)');
      const config = vscode.Uri.joinPath(document.uri, '../../.twir.json');
      await write(vscode.workspace.asRelativePath(config), '{ "checkouts": ["cargo"] }\n');
      await choosing(document, 'twir.insertChanges', '/pull/15102)');
      await undone(document, project);
    },
  },
  {
    name: 'code in the titles of a list is set in backticks at once',
    feature: 'titles',
    undo: true,
    async body() {
      const document = await open(`draft/${draftName}`, project);
      const { range } = await finding(document.uri, 'link-title-code');
      await applyAction(document.uri, range, 'quickfix', 'all');
      await noFinding(document.uri, 'link-title-code');
      expect(document.getText().includes('`my_function`'), document.getText());
      await undone(document, project);
    },
  },
  {
    name: 'crate and quote come from posts of the forum, and what follows stays',
    feature: 'posts',
    undo: true,
    async body() {
      const document = await open(`draft/${draftName}`, ofWeek);
      await until('findings', () => findings(document.uri).length > 0);
      for (const [kind, post, text] of [
        ['Crate', crate, 'a crate to clap.'],
        ['Quote', quote, '> Clapping is fast.'],
      ] as const) {
        await vscode.env.clipboard.writeText(post);
        await vscode.commands.executeCommand(`twir.insert${kind}FromClipboard`);
        await until(text, () => document.getText().includes(text));
        expect(document.getText().endsWith(ofWeek.slice(ofWeek.indexOf('[Please'))), document.getText());
        await vscode.commands.executeCommand('leaveSnippet');
        await undone(document, ofWeek);
      }
    },
  },
  {
    name: 'events of the listed calendars are added',
    feature: 'calendars',
    undo: true,
    async body() {
      const document = await open(`draft/${draftName}`, events);
      const folder = vscode.workspace.asRelativePath(vscode.Uri.joinPath(document.uri, '../..'));
      await write(`${folder}/calendars/oslo.ics`, calendar);
      await write(`${folder}/.twir.json`, '{ "calendars": ["calendars"] }\n');
      await choosing(document, 'twir.addFromCalendars', 'What the calendar has');
      await undone(document, events);
    },
  },
  {
    name: 'a link is submitted to its section',
    feature: 'submit',
    undo: true,
    async body() {
      const text = `${front}## Updates from Rust Community\n\n### Research\n`;
      const document = await open(`draft/${draftName}`, text);
      await until('findings', () => findings(document.uri).length > 0);
      await vscode.env.clipboard.writeText('https://example.com/paper\n');
      const { active } = { active: new vscode.Position(7, 9) };
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(active, active);
      await vscode.commands.executeCommand('twir.pasteLinkItems');
      await until('the item', () => document.getText().includes('](https://example.com/paper)'));
      await vscode.commands.executeCommand('leaveSnippet');
      await undone(document, text);
    },
  },
  {
    name: 'an item in the template moves to the draft',
    feature: 'submit',
    async body() {
      const draft = await open(
        `draft/${draftName}`,
        `${front}## Updates from Rust Community\n\n### Official\n`,
      );
      const folder = vscode.workspace.asRelativePath(vscode.Uri.joinPath(draft.uri, '..'));
      const text = template.replace('### Official\n', `### Official\n${item}\n`);
      const uri = await write(`${folder}/DRAFT_TEMPLATE`, text);
      const opened = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(opened);
      const { range } = await finding(uri, 'template-item');
      await applyAction(uri, range, 'quickfix', 'to the draft of 2026-11-25');
      await until('the item in the draft', () => draft.getText().includes(item));
      expect(!opened.getText().includes(item), 'the item is still in the template');
    },
  },
  {
    name: 'what a fill leaves open is found, and one of the next problems',
    feature: 'blanks',
    undo: true,
    async body() {
      const document = await open(`draft/${draftName}`, project);
      const { range } = await finding(document.uri, 'placeholder-unfilled');
      await applyAction(document.uri, range, 'quickfix', 'and the groups');
      const blank = await finding(document.uri, 'placeholder-blank');
      const editor = await vscode.window.showTextDocument(document);
      // VS Code goes from error to error first.
      await until('the blank', async () => {
        await vscode.commands.executeCommand('editor.action.marker.next');
        return editor.selection.active.line === blank.range.start.line;
      });
      await undone(document, project);
    },
  },
];

const sleep = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Runs a command that asks with a list, and takes what is ticked, until the draft has a text. */
async function choosing(document: vscode.TextDocument, command: string, text: string): Promise<void> {
  await until('findings', () => findings(document.uri).length > 0);
  const deadline = Date.now() + 30_000;
  // Accepted before VS Code has ticked its rows, the list closes without any: each time a little later.
  for (let wait = 200; !document.getText().includes(text); wait *= 2) {
    expect(Date.now() < deadline, `waited in vain: ${text}`);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    const chosen = vscode.commands.executeCommand(command);
    await sleep(wait);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    // Asked again before the first answer has changed the document, both would.
    await Promise.race([chosen, sleep(3000)]);
  }
}
