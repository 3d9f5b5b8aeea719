import { defineCommand, UsageError } from '../command';
import { VERSION } from '../version';

export const server = defineCommand({
  name: 'server',
  summary: 'Be the language server for an editor',
  description: 'Speaks LSP on standard input and output until the editor ends it.',
  operands: { usage: '', least: 0, most: 0 },
  options: {
    stdio: { help: 'Talk on standard input and output (required)' },
    version: { short: 'V', help: 'Print the version' },
  },
  examples: [{ what: 'What an editor starts', call: 'twir server --stdio' }],
  run: async ({ options: { stdio, version }, system }) => {
    if (version) {
      system.terminal.write(`${VERSION}\n`);
      return 0;
    }
    if (!stdio)
      throw new UsageError(
        'an editor starts this, as “twir server --stdio”; to check files, use “twir check”',
      );
    return system.serve();
  },
});
