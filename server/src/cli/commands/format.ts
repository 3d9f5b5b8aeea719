import { applyEdits } from '../../text/edits';
import { defineCommand } from '../command';
import { documentOf, Session } from '../session';

export const format = defineCommand({
  name: 'format',
  summary: 'Put newsletter files into the house style',
  description: 'Folders are searched. What the site shows stays the same, except where it was broken.',
  operands: { usage: 'PATH...', least: 1, most: Number.POSITIVE_INFINITY },
  options: {
    check: { help: 'Change nothing; exit with 1 when a file is not in the house style' },
  },
  examples: [{ what: 'Are all drafts in the house style?', call: 'twir format --check draft' }],
  run: async ({ options: { check }, operands, system }) => {
    const session = new Session(system);
    let seen = 0;
    let changed = 0;
    for (const file of session.newsletterFiles(operands)) {
      seen += 1;
      const options = await session.engine.options(file.uri);
      const text = applyEdits(file.text, session.engine.format(documentOf(file), options));
      if (text === file.text) continue;
      changed += 1;
      if (!check) system.replace(file.path, file.text, text);
      system.terminal.write(`${file.path}: ${check ? 'not in the house style' : 'formatted'}\n`);
    }
    const rest = seen - changed;
    system.terminal.write(`${rest} file${rest === 1 ? ' was' : 's were'} in the house style\n`);
    return session.failed ? 2 : check && changed > 0 ? 1 : 0;
  },
});
