import { NewDraftError } from '../../engine';
import { carriedOver } from '../../protocol/wording';
import { defineCommand } from '../command';
import { pathOf, uriOf } from '../inputFile';
import { Session } from '../session';
import { InputError } from '../system';

export const newDraft = defineCommand({
  name: 'new-draft',
  summary: 'Make the next draft from the template and the issue a week before',
  description: 'Works in the checkout around the current folder, and never overwrites.',
  operands: { usage: '', least: 0, most: 0 },
  options: {
    date: { value: 'YYYY-MM-DD', help: 'Issue date (default: the Wednesday that is 4 to 10 days away)' },
    template: { value: 'FILE', help: 'Default: draft/DRAFT_TEMPLATE of the checkout' },
    archive: {
      value: 'DIR',
      help: 'Where earlier issues are (default: draft/ and content/ of the checkout)',
    },
    out: { value: 'DIR|-', help: 'Where the draft goes (default: draft/ of the checkout); - prints it' },
    'keep-past': { help: 'Keep past events: exactly what the newsletter’s own creator writes' },
  },
  examples: [
    { what: 'The draft of an issue, on standard output', call: 'twir new-draft --date 2026-02-25 --out -' },
  ],
  run: async ({ options, system }) => {
    const { terminal } = system;
    const { engine } = new Session(system, options.archive);
    const here = uriOf('.');
    const checkout = (await engine.checkoutAround(here)) ?? here;
    const drafts = `${checkout}/draft`;
    const template = options.template === undefined ? `${drafts}/DRAFT_TEMPLATE` : uriOf(options.template);
    if (system.kindOf(pathOf(template)) !== 'file')
      throw new InputError(`${pathOf(template)}: no such template; name one with --template FILE`);
    const earlier =
      options.archive === undefined ? [drafts, `${checkout}/content`] : [uriOf(options.archive)];
    const print = options.out === '-';
    const folder = options.out === undefined || print ? drafts : uriOf(options.out);
    try {
      const made = await engine.newDraft({
        template,
        date: options.date,
        earlier,
        folder,
        again: print,
        keepPast: options['keep-past'] ?? false,
      });
      const target = pathOf(made.uri);
      if (made.exists) throw new InputError(`${target} exists already`);
      if (!made.previous)
        terminal.complain(
          `no issue of the week before in ${earlier.map(pathOf).join(' or ')}: the draft starts without events`,
        );
      if (print) {
        terminal.document(made.text);
        return 0;
      }
      system.create(target, made.text);
      const jobs = made.jobsThread === undefined ? '' : ', the jobs thread carried over';
      terminal.write(`${target}: issue ${made.number}, ${carriedOver(made)}${jobs}\n`);
      return 0;
    } catch (error) {
      if (error instanceof NewDraftError) throw new InputError(error.message);
      throw error;
    }
  },
});
