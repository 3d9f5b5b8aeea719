import type { Command } from './command';
import { addEvents } from './commands/addEvents';
import { announce } from './commands/announce';
import { changes } from './commands/changes';
import { check } from './commands/check';
import { completions } from './commands/completions';
import { explain } from './commands/explain';
import { fill } from './commands/fill';
import { format } from './commands/format';
import { newDraft } from './commands/newDraft';
import { organize } from './commands/organize';
import { publish } from './commands/publish';
import { redditLinkCommand } from './commands/redditLink';
import { render } from './commands/render';
import { rules } from './commands/rules';
import { server } from './commands/server';

/** Every command, in the order of help. A new one is a file in `commands/` and a line here. */
export const COMMANDS: readonly Command[] = [
  check,
  render,
  newDraft,
  organize,
  format,
  addEvents,
  fill,
  changes,
  publish,
  redditLinkCommand,
  announce,
  rules,
  explain,
  server,
  completions(() => COMMANDS),
];
