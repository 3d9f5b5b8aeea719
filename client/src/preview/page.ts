import type { FromPage, PageState, ToPage } from './messages';
import { lineAt, type Mark, topOf } from './scroll';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const title = document.getElementById('title')!;
const article = document.getElementById('issue')!;

/** Where we scrolled to ourselves: telling the editor of it would make the two chase each other. */
let expected: number | undefined;

vscode.setState({ uri: document.body.dataset.uri! });

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'update': {
      const line = data.line ?? lineAt(marks(), window.scrollY);
      title.textContent = data.title;
      // A document of its own: nothing of it is loaded or run while it is read.
      const parsed = new DOMParser().parseFromString(data.html, 'text/html');
      article.replaceChildren(...parsed.body.childNodes);
      article.removeAttribute('aria-busy');
      if (line !== undefined) scrollToLine(line);
      break;
    }
    case 'scroll':
      scrollToLine(data.line);
      break;
    case 'nothing':
      title.textContent = data.reason;
      article.replaceChildren();
      article.removeAttribute('aria-busy');
      break;
  }
});

// The server marks ids that come from the issue, so that none can pass for one of this page.
article.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const fragment = link?.getAttribute('href')?.match(/^#(.+)/)?.[1];
  if (!fragment) return;
  event.preventDefault();
  document.getElementById(`user-content-${fragment}`)?.scrollIntoView();
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
      const line = lineAt(marks(), window.scrollY);
      if (!own && line !== undefined) vscode.postMessage({ type: 'scrolled', line });
    });
  },
  { passive: true },
);

function scrollToLine(line: number): void {
  const end = document.documentElement.scrollHeight - window.innerHeight;
  const top = Math.max(0, Math.min(topOf(marks(), line), end));
  if (Math.abs(window.scrollY - top) < 2) return;
  expected = Math.round(top);
  window.scrollTo(0, expected);
}

/** The elements that say which line they come from, in the order of the page. */
function marks(): Mark[] {
  const result: Mark[] = [];
  for (const element of article.querySelectorAll<HTMLElement>('[data-source-line]')) {
    const line = Number(element.dataset.sourceLine);
    if (result.at(-1)?.line !== line) {
      result.push({ line, top: element.getBoundingClientRect().top + window.scrollY });
    }
  }
  return result;
}

vscode.postMessage({ type: 'ready' });
