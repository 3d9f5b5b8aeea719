import { applyEdits } from '../../text/edits';
import { CHANGE_OPTIONS, Changes } from '../changes';
import { defineCommand } from '../command';
import { documentOf } from '../inputFile';
import { Session } from '../session';

export const organize = defineCommand({
  name: 'organize',
  summary: 'Put the events in order',
  description:
    'Leaves out past events, sorts each region by date and place, and puts the regions in order. Without PATH the open drafts; folders are searched.',
  operands: { usage: '[PATH]...', least: 0, most: Number.POSITIVE_INFINITY },
  options: {
    stage: {
      choices: ['draft', 'release'],
      help: 'How far the issue is (default: draft); at release, regions without events lose their heading',
    },
    ...CHANGE_OPTIONS,
  },
  examples: [
    {
      what: 'Before publishing',
      call: 'twir organize --stage release draft/2026-02-25-this-week-in-rust.md',
    },
    { what: 'What would change?', call: 'twir organize --diff' },
  ],
  run: async ({ options: { stage, ...options }, operands, system }) => {
    const session = new Session(system);
    const { engine } = session;
    const changes = new Changes(system, options);
    for await (const file of session.newsletterFiles(operands, {
      stdinFilename: options['stdin-filename'],
    })) {
      await engine.ready(file.uri);
      const checking = await engine.options(file.uri, stage ? { stage } : {});
      const document = documentOf(file);
      const all = engine.issue(document).events.length;
      const text = applyEdits(file.text, engine.organize(document, checking));
      if (!session.attempt(() => changes.apply(file, text))) continue;
      const left = engine.issue(documentOf(file, text)).events.length;
      changes.tell(
        file,
        text === file.text ? 'events are in order' : `organized, ${left} of ${all} events kept`,
      );
    }
    return session.failed ? 2 : 0;
  },
});
