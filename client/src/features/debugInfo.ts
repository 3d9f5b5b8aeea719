import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  UIKind,
  version,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NewsletterFiles } from './newsletterFiles';

/** `twir.copyDebugInfo`: what a report of a mistake needs; no texts, names or paths of the author's. */
export function registerDebugInfo(
  { extension }: ExtensionContext,
  client: BaseLanguageClient,
  files: NewsletterFiles,
): Disposable {
  return commands.registerCommand('twir.copyDebugInfo', async () => {
    const document = window.activeTextEditor?.document;
    const status = document && files.of(document.uri);
    const check = status?.check;
    const settings = workspace.getConfiguration('twir', document);
    const changed = Object.keys(settingsOf(extension.packageJSON))
      .map((key) => key.replace(/^twir\./, ''))
      .flatMap((key) => {
        const known = settings.inspect(key);
        const value = known?.workspaceFolderValue ?? known?.workspaceValue ?? known?.globalValue;
        return value === undefined ? [] : [`  - ${key}: ${JSON.stringify(value)}`];
      });
    const { serverInfo } = client.initializeResult ?? {};
    const lines = [
      `- Extension: ${(extension.packageJSON as { version: string }).version}, server ${serverInfo?.version ?? 'not running'}${files.serverFailed ? ' (failed)' : ''}`,
      `- VS Code: ${version}, ${env.uiKind === UIKind.Web ? 'in a browser' : 'desktop'}, ${env.appHost}${env.remoteName ? `, remote ${env.remoteName}` : ''}`,
      `- Workspace: ${workspace.isTrusted ? 'trusted' : 'restricted'}, folders: ${workspace.workspaceFolders?.map(({ uri }) => uri.scheme).join(', ') ?? 'none'}`,
      `- File: ${status ? `${status.kind}, ${document.lineCount} lines, ${document.uri.scheme}` : 'none of the newsletter’s'}`,
      ...(check
        ? [
            `- Last check: ${check.milliseconds} ms, ${check.errors} errors, ${check.warnings} warnings, ${check.notes} notes${check.failures.length > 0 ? `, failed rules: ${check.failures.join(', ')}` : ''}`,
          ]
        : []),
      changed.length > 0 ? '- Settings:' : '- Settings: as they come',
      ...changed,
    ];
    await env.clipboard.writeText(`${lines.join('\n')}\n`);
    window.setStatusBarMessage('Copied: paste it into your report.', 4000);
  });
}

function settingsOf(packageJson: unknown): Readonly<Record<string, unknown>> {
  const { contributes } = packageJson as {
    readonly contributes: {
      readonly configuration: readonly { readonly properties: Record<string, unknown> }[];
    };
  };
  return Object.assign({}, ...contributes.configuration.map(({ properties }) => properties));
}
