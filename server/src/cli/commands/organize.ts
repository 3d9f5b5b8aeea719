import { applyEdits } from '../../text/edits';
import { defineCommand } from '../command';
import { documentOf, Session } from '../session';

export const organize = defineCommand({
  name: 'organize',
  summary: 'Put the events in order',
  description:
    'Leaves out past events, sorts each region by date and place, and puts the regions in order. Folders are searched.',
  operands: { usage: 'PATH...', least: 1, most: Number.POSITIVE_INFINITY },
  options: {
    stage: {
      choices: ['draft', 'release'],
      help: 'How far the issue is (default: draft); at release, regions without events lose their heading',
    },
  },
  examples: [
    {
      what: 'Before publishing',
      call: 'twir organize --stage release draft/2026-02-25-this-week-in-rust.md',
    },
  ],
  run: async ({ options: { stage }, operands, system }) => {
    const session = new Session(system);
    const { engine } = session;
    for (const file of session.newsletterFiles(operands)) {
      const options = await engine.options(file.uri, stage ? { stage } : {});
      const document = documentOf(file);
      const all = engine.issue(document).events.length;
      const text = applyEdits(file.text, engine.organize(document, options));
      if (text === file.text) {
        system.terminal.write(`${file.path}: events are in order\n`);
        continue;
      }
      system.replace(file.path, file.text, text);
      const left = engine.issue(documentOf(file, text)).events.length;
      system.terminal.write(`${file.path}: organized, ${left} of ${all} events kept\n`);
    }
    return session.failed ? 2 : 0;
  },
});
