import * as vscode from 'vscode';
import { draftName, template } from './drafts';
import { expect, type Test, until } from './runner';
import { findings, open, write } from './workspace';

const front = 'Title: This Week in Rust 679\nNumber: 679\nDate: 2026-11-25\nCategory: This Week in Rust\n\n';
const marker = (pr: number) =>
  `<!-- url=https://example.com/pull/${pr} submerge-pr=${pr} sha=0123456789abcdef0123456789abcdef01234567 author=someone title=Add a post -->`;
const submissions = `${front}## Updates from Rust Community

### Research

* [The first paper](https://example.com/1) ${marker(1)}
* [The second paper](https://example.com/2) ${marker(2)}
`;
const unfilled = `${front}## Updates from the Rust Project

### Rust Compiler Performance Triage

<!-- Perf results go here -->

# Quote of the Week

<!-- QOTW goes here -->
`;
const report = '# 2026-11-23 Triage Log\n\nA calm week.\n\n#### Regressions\n\nNone.\n';
const nextName = '2026-12-02-this-week-in-rust.md';
/** Fit to print, and nothing but that: what every other rule would like is switched off beside it. */
const finished = `${front}## Updates from Rust Community

### Research

* [The first paper](https://example.com/1)

## Upcoming Events

Rusty Events between 2026-11-25 - 2026-12-23 🦀

### Europe
* 2026-12-10 | Oslo, NO | [Rust Oslo](https://example.com/oslo)
    * [**Evening**](https://example.com/oslo/1)

If you are running a Rust event please add it to the calendar.

<small>[Discuss on r/rust](REDDIT_LINK_HERE)</small>
`;

/** The commands that editors use once a week. */
export const weekTests: readonly Test[] = [
  {
    name: 'sections are filled from the clipboard, in one step to undo',
    feature: 'fill',
    undo: true,
    async body() {
      const document = await open(`draft/${draftName}`, unfilled);
      await until('findings', () => findings(document.uri).length > 0);
      await vscode.env.clipboard.writeText(report);
      await vscode.commands.executeCommand('twir.fillFromClipboard', { review: false });
      await until('the report', () => document.getText().includes('\n\nA calm week.\n\n'));
      await vscode.commands.executeCommand('undo');
      await until('the draft as it was', () => document.getText() === unfilled);
    },
  },
  {
    name: 'submissions are kept and dropped one after the other',
    feature: 'review',
    undo: true,
    async body() {
      const document = await open(`draft/${draftName}`, submissions);
      await until('findings', () => findings(document.uri).length > 0);
      const line = () => vscode.window.activeTextEditor?.selection.active.line;
      await vscode.commands.executeCommand('twir.reviewSubmissions');
      await until('the first one', () => line() === 9);
      await vscode.commands.executeCommand('twir.review.keep');
      await until('the second one', () => line() === 10);
      await vscode.commands.executeCommand('twir.review.drop');
      await until('the second one gone', () => !document.getText().includes('second paper'));
      expect(document.getText().includes(`/1) ${marker(1)}\n`), 'the first one has lost its comment');
      await vscode.commands.executeCommand('undo');
      await until('the second one again', () => document.getText() === submissions);
    },
  },
  {
    name: 'an issue is published: moved, with the next draft made and the link to its discussion set',
    feature: 'publish',
    async body() {
      const { content } = await publish(await publishable());
      expect((await textOf(content)) === finished, 'the published text is another one');

      const address = 'https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_679/';
      await vscode.env.clipboard.writeText(`${address}?share_id=x`);
      await vscode.commands.executeCommand('twir.setRedditLink');
      const document = await vscode.workspace.openTextDocument(content);
      await until('the link', () => document.getText().includes(`(${address})`));
    },
  },
  {
    name: 'an issue is published while it is being saved, with all that was typed',
    feature: 'publish',
    async body() {
      const document = await publishable();
      const end = document.positionAt(finished.length);
      // What another extension does at a save takes its time.
      const slow = vscode.workspace.onWillSaveTextDocument((event) =>
        event.waitUntil(new Promise<void>((done) => setTimeout(done, 1000))),
      );
      try {
        const typed = new vscode.WorkspaceEdit();
        typed.insert(document.uri, end, '<!-- The end -->\n');
        await vscode.workspace.applyEdit(typed);
        const save = document.save();
        const { content } = await publish(document);
        await save;
        expect((await textOf(content)) === `${finished}<!-- The end -->\n`, 'the last line is lost');
      } finally {
        slow.dispose();
      }
    },
  },
  {
    name: 'a publication is taken back in one step: the draft is there again, the published file and the next draft are not',
    feature: 'publish',
    undo: true,
    async body() {
      const { folder, content } = await publish(await publishable());
      await until('the published file', () => isActive(content));
      await vscode.commands.executeCommand('undo');
      await until('the draft', async () => (await namesIn(folder, 'draft')).includes(draftName));
      await until('no next draft', async () => !(await namesIn(folder, 'draft')).includes(nextName));
      expect(!(await namesIn(folder, 'content')).includes(draftName), 'the published file is still there');
      expect((await textOf(vscode.Uri.joinPath(folder, 'draft', draftName))) === finished, 'another text');
    },
  },
];

const folderOf = ({ uri }: vscode.TextDocument) => vscode.Uri.joinPath(uri, '../..');
const isActive = (uri: vscode.Uri) =>
  vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
const textOf = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const namesIn = async (folder: vscode.Uri, name: string) =>
  (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, name))).map(([name]) => name);

/** A draft that nothing is wrong with, in an editor. */
async function publishable(): Promise<vscode.TextDocument> {
  const document = await open(`draft/${draftName}`, finished);
  const path = vscode.workspace.asRelativePath(folderOf(document));
  await write(`${path}/draft/DRAFT_TEMPLATE`, template);
  await until('the server', () => findings(document.uri).length > 0);
  const off = Object.fromEntries(
    findings(document.uri).map(({ code }) => [typeof code === 'object' ? code.value : code, 'off']),
  );
  await write(
    `${path}/.twir.json`,
    JSON.stringify({ rules: { ...off, 'section-missing': 'off', 'boilerplate-changed': 'off' } }),
  );
  await until('nothing to say', () => findings(document.uri).every(({ severity }) => severity > 1));
  return document;
}

/** Publishes a draft. @returns the checkout and the published file */
async function publish(document: vscode.TextDocument): Promise<{ folder: vscode.Uri; content: vscode.Uri }> {
  const folder = folderOf(document);
  await vscode.commands.executeCommand('twir.publish');
  const names = await namesIn(folder, 'draft');
  expect(!names.includes(draftName), 'the draft is still there');
  expect(names.includes(nextName), `no next draft: ${names.join()}`);
  return { folder, content: vscode.Uri.joinPath(folder, 'content', draftName) };
}
