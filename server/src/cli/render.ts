import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderDocument, type Theme } from '../features/page/documents';
import { renderBody } from '../markdown/index';
import { readIssue } from '../newsletter/issue/issue';
import { InputError, type InputFile, markdownInputs } from './files';
import { oneOf, parseFlags, type Terminal, UsageError } from './terminal';

export const RENDER_USAGE = `twir render [--theme body|site|email] [--out DIR] PATH...
  Renders issues as HTML; folders are searched for Markdown files. With --out one .html file each, otherwise on standard output.

  --theme THEME  body (default): the article alone, as the site's generator hands it to the theme
                 site: a whole page, made to look like the site
                 email: the newsletter's mail, its styles in the elements`;

/** What a theme makes of an issue's text. */
const THEMES = {
  body: (file: InputFile) => renderBody(file.text),
  site: (file: InputFile) => wholeDocument(file, 'site'),
  email: (file: InputFile) => wholeDocument(file, 'email'),
} as const;

function wholeDocument({ uri, text }: InputFile, theme: Theme): string {
  return renderDocument(readIssue({ uri, text }), theme);
}

/** Runs `twir render`. @returns the exit status @throws UsageError, InputError */
export function render(args: readonly string[], terminal: Terminal): number {
  const { theme, out, paths } = readFlags(args);
  if (out !== undefined) mkdirSync(out, { recursive: true });
  let failed = false;
  let seen = 0;
  for (const file of markdownInputs(paths, (error) => {
    failed = true;
    terminal.complain(error.message);
  })) {
    seen += 1;
    terminal.progress(`${seen} files, now ${file.path}`);
    const html = THEMES[theme](file);
    if (out === undefined) {
      terminal.write(html);
      continue;
    }
    const name = path.basename(file.path).replace(/\.(?:md|markdown)$/i, '');
    writeFileSync(path.join(out, `${name}.html`), html);
  }
  terminal.progress('');
  if (seen === 0 && !failed) throw new InputError(`no Markdown file in ${paths.join(', ')}`);
  return failed ? 2 : 0;
}

function readFlags(args: readonly string[]) {
  const { values, positionals } = parseFlags(args, { theme: { type: 'string' }, out: { type: 'string' } });
  if (positionals.length === 0) throw new UsageError('render: expected a file or folder');
  const theme = oneOf('--theme', values.theme ?? 'body', Object.keys(THEMES) as (keyof typeof THEMES)[]);
  return { theme, out: values.out, paths: positionals };
}
