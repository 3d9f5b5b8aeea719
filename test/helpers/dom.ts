import { renderBody } from '../../server/src/markdown/index';

/**
 * What the site shows of a file: its article without white space that no browser shows, at the ends of lines and
 * before the end of a block. Code keeps every blank.
 */
export function shownBy(text: string): string {
  return renderBody(text)
    .split(/(<pre\b[\s\S]*?<\/pre>)/)
    .map((part) => (part.startsWith('<pre') ? part : withoutHidden(part)))
    .join('');
}

function withoutHidden(html: string): string {
  return html
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ (?=<\/(?:p|li|h\d|td|th|blockquote)>|<ul>)/g, '');
}
