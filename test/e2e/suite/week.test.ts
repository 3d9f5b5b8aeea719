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
      const document = await open(`draft/${draftName}`, finished);
      const folder = vscode.Uri.joinPath(document.uri, '../..');
      const path = vscode.workspace.asRelativePath(folder);
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
      await vscode.commands.executeCommand('twir.publish');
      const content = vscode.Uri.joinPath(folder, 'content', draftName);
      const text = async (uri: vscode.Uri) =>
        new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      expect((await text(content)) === finished, 'the published text is another one');
      const names = (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, 'draft'))).map(
        ([name]) => name,
      );
      expect(!names.includes(draftName), 'the draft is still there');
      expect(names.includes('2026-12-02-this-week-in-rust.md'), `no next draft: ${names.join()}`);

      const address = 'https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_679/';
      await vscode.env.clipboard.writeText(`${address}?share_id=x`);
      await vscode.commands.executeCommand('twir.setRedditLink');
      const published = await vscode.workspace.openTextDocument(content);
      await until('the link', () => published.getText().includes(`(${address})`));
    },
  },
];
