/** Escapes text for HTML. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escapes an attribute's value for HTML. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}

/** A code span as HTML. */
export function codeHtml(value: string): string {
  return `<code>${escapeText(value)}</code>`;
}

/** A code block as HTML, in the wrapper that the site's code highlighting puts around it. */
export function codeBlockHtml(value: string): string {
  return `<div class="highlight"><pre><span></span><code>${escapeText(expandTabs(value))}\n</code></pre></div>`;
}

/** The site's parser replaces tabs by blanks before all else; only code blocks show it. */
export function expandTabs(value: string): string {
  if (!value.includes('\t')) return value;
  return value.replace(/^.*\t.*$/gm, (line) => {
    let result = '';
    for (const character of line) {
      result += character === '\t' ? ' '.repeat(4 - (result.length % 4)) : character;
    }
    return result;
  });
}
