import { type Disposable, LanguageStatusSeverity, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentStatus, FileKind } from '../../../server/src/protocol/check';
import { count } from '../../../server/src/protocol/wording';
import type { NewsletterFiles } from './newsletterFiles';

const KINDS: Readonly<Record<FileKind, string>> = {
  draft: 'TWiR draft',
  issue: 'TWiR published issue',
  template: 'TWiR template',
  config: 'TWiR configuration',
  other: 'Not a newsletter file',
};

/** Shows in the language status what the active document is to us, and how its last check went. */
export function registerStatusItem(client: BaseLanguageClient, files: NewsletterFiles): Disposable {
  const selector = client.clientOptions.documentSelector as { language?: string; pattern?: string }[];
  const item = languages.createLanguageStatusItem('twir.status', selector);
  const server = languages.createLanguageStatusItem('twir.server', selector);
  server.name = 'This Week in Rust: language server';
  server.command = { command: 'twir.restartServer', title: 'Restart' };
  item.name = 'This Week in Rust';
  item.command = { command: 'twir.showOutput', title: 'Show log' };
  const show = () => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && files.of(uri);
    const failures = status?.check?.failures ?? [];
    server.text = files.serverFailed ? 'TWiR: server not running' : 'TWiR: server running';
    server.severity = files.serverFailed ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.busy = !files.serverFailed && status === undefined;
    item.text = files.serverFailed ? 'TWiR: server not running' : status ? textOf(status) : 'TWiR';
    item.severity =
      files.serverFailed || failures.length > 0
        ? LanguageStatusSeverity.Error
        : LanguageStatusSeverity.Information;
    const checked = status?.check
      ? `checked in ${status.check.milliseconds} ms at ${status.at.toLocaleTimeString()}`
      : '';
    item.detail = failures.length > 0 ? `failed: ${failures.join(', ')}; ${checked}` : checked;
  };
  show();
  const listener = files.onDidChange(show);
  return { dispose: () => [item, server, listener].forEach((part) => void part.dispose()) };
}

function textOf({ kind, check }: DocumentStatus): string {
  if (!check) return KINDS[kind];
  const { errors, warnings, notes } = check;
  const counts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [notes, 'note'],
  ] as const;
  const found = counts.filter(([n]) => n > 0).map(([n, noun]) => count(n, noun));
  return `${KINDS[kind]}: ${found.length > 0 ? found.join(', ') : 'nothing found'}`;
}
