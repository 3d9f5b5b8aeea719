import { Uri, type Webview } from 'vscode';
import { THEME_CLASSES } from '../../../server/src/protocol/themes';
import type { PreviewTheme } from '../preview/messages';

/** The empty page. It runs our script, uses our styles, and can neither load anything else nor reach the network. */
export function previewPage(webview: Webview, extension: Uri, uri: Uri, theme: PreviewTheme): string {
  const local = (...path: string[]) =>
    attribute(webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString());
  const nonce = newNonce();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const pressed = (name: PreviewTheme) => `aria-pressed="${name === theme}"`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<link rel="stylesheet" href="${local('media', 'themes.css')}">
<link rel="stylesheet" href="${local('media', 'preview.css')}">
</head>
<body data-uri="${attribute(uri.toString())}">
<a class="twir-skip" href="#issue">Skip to the issue</a>
<header id="bar">
<div role="group" aria-label="View">
<button type="button" id="theme-site" ${pressed('site')}>Site</button>
<button type="button" id="theme-email" ${pressed('email')}>Newsletter</button>
</div>
<nav aria-label="Contents">
<details id="contents"><summary>Contents</summary><ul id="contents-list"></ul></details>
</nav>
<div role="group" aria-label="Export">
<button type="button" id="export">Export…</button>
<button type="button" id="copy">Copy HTML</button>
</div>
</header>
<nav id="findings" aria-label="Findings" hidden></nav>
<div id="sheet" class="${THEME_CLASSES[theme]}">
<main class="page">
<header class="title-row"><time id="date"></time><h1><a id="title"></a></h1></header>
<table class="logo-table" role="presentation"><tbody><tr class="logo-line">
<td><span class="logo">This Week in Rust</span></td><td class="number" id="number"></td>
</tr></tbody></table>
<article id="issue" class="content" tabindex="-1" aria-busy="true"></article>
</main>
</div>
<script nonce="${nonce}" src="${local('dist', 'preview.js')}"></script>
</body>
</html>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
