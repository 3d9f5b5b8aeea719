import type { PageResult } from '../../../server/src/protocol/page';
import { THEME_CLASSES } from '../../../server/src/protocol/themes';
import { goToHeading, showContents } from './contents';
import { Margin } from './findings';
import type { FromPage, PageState, PreviewTheme, ToPage } from './messages';
import { Pieces } from './pieces';
import { lineAt, topOf } from './scroll';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const element = (id: string) => document.getElementById(id)!;
const article = element('issue');
const pieces = new Pieces(article);
const margin = new Margin(element('findings'), pieces, {
  reveal: (line) => vscode.postMessage({ type: 'reveal', line, focus: true }),
  askGitHub: (line) => vscode.postMessage({ type: 'github', line }),
});

/** Where we scrolled to ourselves: telling the editor of it would make the two chase each other. */
let expected: number | undefined;

vscode.setState({ uri: document.body.dataset.uri! });

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'update':
      update(data.page, data.line);
      break;
    case 'scroll':
      scrollToLine(data.line);
      break;
    case 'theme':
      showTheme(data.theme);
      break;
    case 'github':
      margin.showGitHub(data.line, data.html);
      break;
    case 'nothing':
      element('title').textContent = data.reason;
      margin.clear();
      pieces.clear();
      article.removeAttribute('aria-busy');
      break;
  }
});

function update(page: PageResult, wanted: number | undefined): void {
  const line = wanted ?? lineAt(pieces.marks(), top());
  margin.clear();
  if (!pieces.update(page.pieces)) {
    vscode.postMessage({ type: 'ready' });
    return;
  }
  const title = element('title') as HTMLAnchorElement;
  title.textContent = page.title;
  title.href = page.address;
  const date = element('date');
  date.textContent = page.date?.shown ?? '';
  date.setAttribute('datetime', page.date?.iso ?? '');
  element('number').textContent = [
    ...(page.number === undefined ? [] : [`issue ${page.number}`]),
    ...(page.date ? [page.date.shown] : []),
  ].join(' — ');
  showContents(element('contents-list'), page.contents, (id) => {
    goToHeading(id);
    (element('contents') as HTMLDetailsElement).open = false;
  });
  margin.show(page.findings);
  article.removeAttribute('aria-busy');
  if (line !== undefined) scrollToLine(line);
}

function showTheme(theme: PreviewTheme): void {
  const line = lineAt(pieces.marks(), top());
  element('sheet').className = THEME_CLASSES[theme];
  for (const name of ['site', 'email'] as const)
    element(`theme-${name}`).setAttribute('aria-pressed', String(name === theme));
  margin.place();
  if (line !== undefined) scrollToLine(line);
}

for (const theme of ['site', 'email'] as const) {
  element(`theme-${theme}`).addEventListener('click', () => {
    showTheme(theme);
    vscode.postMessage({ type: 'theme', theme });
  });
}
element('export').addEventListener('click', () => vscode.postMessage({ type: 'export' }));
element('copy').addEventListener('click', () => vscode.postMessage({ type: 'copy' }));
document.addEventListener('keydown', ({ key }) => {
  const contents = element('contents') as HTMLDetailsElement;
  if (key !== 'Escape' || !contents.open) return;
  contents.open = false;
  contents.querySelector('summary')?.focus();
});

article.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest('a');
  const address = link?.getAttribute('href') ?? '';
  if (address.startsWith('#')) {
    event.preventDefault();
    // On the site every heading leads to itself; here text leads to its line.
    if (!link?.classList.contains('toclink')) return goToHeading(address.slice(1));
  } else if (link) {
    // VS Code opens addresses outside; there is nothing that any other could mean here.
    if (!/^(?:https?|mailto):/i.test(address)) event.preventDefault();
    return;
  }
  const isText = !event.target.closest('button, summary, .twir-compare');
  if (!isText || !(getSelection()?.isCollapsed ?? true)) return;
  const line = pieces.lineOf(event.target);
  if (line !== undefined) vscode.postMessage({ type: 'reveal', line, focus: false });
});

let waiting = false;
window.addEventListener(
  'scroll',
  () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const own = expected !== undefined && Math.abs(window.scrollY - expected) < 2;
      expected = undefined;
      const line = lineAt(pieces.marks(), top());
      if (!own && line !== undefined) vscode.postMessage({ type: 'scrolled', line });
    });
  },
  { passive: true },
);

/** The height of the page that is at the lower edge of the bar. */
function top(): number {
  return window.scrollY + element('bar').offsetHeight;
}

function scrollToLine(line: number): void {
  const end = document.documentElement.scrollHeight - window.innerHeight;
  const wanted = topOf(pieces.marks(), line) - element('bar').offsetHeight;
  const position = Math.max(0, Math.min(wanted, end));
  if (Math.abs(window.scrollY - position) < 2) return;
  expected = Math.round(position);
  window.scrollTo(0, expected);
}

vscode.postMessage({ type: 'ready' });
