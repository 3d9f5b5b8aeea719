import path from 'node:path';
import type { Document, Engine } from '../../engine';
import { defineCommand } from '../command';
import { documentOf } from '../inputFile';
import { markdownFiles } from '../inputs';
import { OutputFolder } from '../outputFolder';
import { Session } from '../session';
import { InputError } from '../system';

/** What a theme makes of an issue's text. */
const THEMES = {
  body: (engine: Engine, document: Document) => engine.body(document),
  site: (engine: Engine, document: Document) => engine.exportPage(document, 'site'),
  email: (engine: Engine, document: Document) => engine.exportPage(document, 'email'),
} as const;

export const render = defineCommand({
  name: 'render',
  summary: 'Render issues as HTML',
  description:
    'Without PATH the open drafts; folders are searched for Markdown files. Without --out the HTML goes to standard output.',
  operands: { usage: '[PATH]...', least: 0, most: Number.POSITIVE_INFINITY },
  options: {
    theme: {
      choices: ['body', 'site', 'email'],
      help: 'body (default): the article alone, as the site’s generator hands it to the theme;\nsite: a whole page, made to look like the site;\nemail: the newsletter’s mail, its styles in the elements',
    },
    out: { value: 'DIR', help: 'Write a file NAME.html for each into this folder' },
    force: { help: 'Overwrite files that are there already' },
    'stdin-filename': { value: 'FILE', help: 'What the text on standard input (operand -) is taken for' },
  },
  examples: [
    {
      what: 'A page to look at in a browser',
      call: 'twir render --theme site --out /tmp draft/2026-02-25-this-week-in-rust.md',
    },
  ],
  run: async ({ options: { theme = 'body', out, force = false, ...options }, operands, system }) => {
    const session = new Session(system);
    const folder = out === undefined ? undefined : new OutputFolder(system, out, force);
    let seen = 0;
    const paths = operands.length > 0 ? operands : await session.openDrafts();
    const failed = (message: string) => session.fail(message);
    const stdinFilename = options['stdin-filename'];
    for (const file of markdownFiles(system, paths, { stdinFilename, failed })) {
      seen += 1;
      if (!session.isFit(file)) continue;
      system.terminal.progress(`${seen} files, now ${file.path}`);
      await session.engine.options(file.uri);
      const html = THEMES[theme](session.engine, documentOf(file));
      session.engine.close(file.uri);
      if (folder) session.attempt(() => folder.write(`${nameOf(file.path)}.html`, file.path, html));
      else system.terminal.document(html);
    }
    if (seen === 0 && !session.failed) throw new InputError(`no Markdown file in ${paths.join(', ')}`);
    return session.failed ? 2 : 0;
  },
});

function nameOf(file: string): string {
  return path.basename(file).replace(/\.(?:md|markdown)$/i, '');
}
