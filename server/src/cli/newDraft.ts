import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { draftName, NewDraftError, newDraft, nextIssueDate } from '../features/draft/newDraft';
import { addDays, isDate } from '../newsletter/issue/date';
import { InputError, readUtf8 } from './files';
import { parseFlags, type Terminal, UsageError } from './terminal';

export const NEW_DRAFT_USAGE = `twir new-draft [OPTION]...
  Makes the next draft from the template and the issue a week before. Never overwrites.

  --date YYYY-MM-DD  default: the Wednesday that is 4 to 10 days away
  --template FILE    default: draft/DRAFT_TEMPLATE
  --archive DIR      where earlier issues are; default: draft/ and content/
  --out DIR|-        default: draft/; - prints the draft
  --keep-past        keep past events: exactly what the newsletter's own creator writes`;

/** Runs `twir new-draft`. @returns the exit status @throws UsageError, InputError */
export function newDraftCommand(args: readonly string[], terminal: Terminal): number {
  const flags = readFlags(args);
  const date = flags.date ?? nextIssueDate(terminal.today);
  if (!isDate(date)) throw new UsageError(`--date: expected a date like 2026-02-25, found "${date}"`);
  const template = flags.template ?? path.join('draft', 'DRAFT_TEMPLATE');
  if (!existsSync(template))
    throw new InputError(`${template}: no such template; name one with --template FILE`);
  const folders = flags.archive === undefined ? ['draft', 'content'] : [flags.archive];
  const previousName = draftName(addDays(date, -7));
  const previous = folders.map((folder) => path.join(folder, previousName)).find((file) => existsSync(file));
  if (previous === undefined) {
    terminal.complain(`no ${previousName} in ${folders.join(' or ')}: the draft starts without events`);
  }

  let draft: ReturnType<typeof newDraft>;
  try {
    draft = newDraft({
      date,
      template: readUtf8(template),
      previous: previous === undefined ? undefined : readUtf8(previous),
      keepPast: flags['keep-past'] ?? false,
    });
  } catch (error) {
    if (error instanceof NewDraftError) throw new InputError(error.message);
    throw error;
  }

  const out = flags.out ?? 'draft';
  if (out === '-') {
    terminal.write(draft.text);
    return 0;
  }
  const target = path.join(out, draft.fileName);
  mkdirSync(out, { recursive: true });
  try {
    writeFileSync(target, draft.text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new InputError(`${target} exists already`);
    throw new InputError(`${target}: ${(error as Error).message}`);
  }
  const jobs = draft.jobsThread === undefined ? '' : ', the jobs thread carried over';
  terminal.write(
    `${target}: issue ${draft.number}, ${draft.carried} events carried over, ${draft.dropped} past ones left out${jobs}\n`,
  );
  return 0;
}

function readFlags(args: readonly string[]) {
  const options = {
    date: { type: 'string' },
    template: { type: 'string' },
    archive: { type: 'string' },
    out: { type: 'string' },
    'keep-past': { type: 'boolean' },
  } as const;
  return parseFlags(args, options, false).values;
}
