/**
 * The text of an LSP snippet without its tab stops, for editors that know no snippets: a placeholder gives its
 * default, a choice its first option, a variable its default or nothing.
 *
 * `* [${1:title}](${2:url})$0` becomes `* [title](url)`.
 */
export function plainSnippet(snippet: string): string {
  return readUntil(snippet, 0, '').text;
}

/** Reads up to an unescaped `stop` (or the end). @returns the plain text and where reading ended, behind `stop` */
function readUntil(snippet: string, from: number, stop: '' | '}'): { text: string; end: number } {
  let text = '';
  let at = from;
  while (at < snippet.length) {
    const char = snippet[at]!;
    if (char === '\\' && /[\\$}]/.test(snippet[at + 1] ?? '')) {
      text += snippet[at + 1];
      at += 2;
    } else if (char === stop) {
      return { text, end: at + 1 };
    } else if (char === '$') {
      const stopHere = readTabStop(snippet, at);
      text += stopHere.text;
      at = stopHere.end;
    } else {
      text += char;
      at += 1;
    }
  }
  return { text, end: at };
}

function readTabStop(snippet: string, at: number): { text: string; end: number } {
  const simple = /\$\w+/y;
  simple.lastIndex = at;
  const bare = simple.exec(snippet);
  if (bare) return { text: '', end: at + bare[0].length };
  const braced = /\$\{\w+(\}|:|\|)/y;
  braced.lastIndex = at;
  const open = braced.exec(snippet);
  if (!open) return { text: '$', end: at + 1 };
  const inside = at + open[0].length;
  if (open[1] === '}') return { text: '', end: inside };
  if (open[1] === ':') return readUntil(snippet, inside, '}');
  const close = snippet.indexOf('|}', inside);
  if (close < 0) return { text: snippet.slice(at), end: snippet.length };
  const first = /^(?:\\.|[^,\\])*/.exec(snippet.slice(inside, close))![0];
  return { text: first.replace(/\\(.)/g, '$1'), end: close + 2 };
}

/** Escapes text for a snippet. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
