import { applyEdits } from '../../text/edits';
import { CHANGE_OPTIONS, Changes } from '../changes';
import { defineCommand, UsageError } from '../command';
import { documentOf } from '../inputFile';
import { Session } from '../session';
import { InputError } from '../system';

export const redditLinkCommand = defineCommand({
  name: 'reddit-link',
  summary: 'Set the link to the discussion of a published issue',
  description: 'The thread has to be about this very issue, as far as its address tells.',
  operands: { usage: 'FILE', least: 1, most: 1 },
  options: {
    url: { value: 'URL', help: 'Address of the thread on r/rust, as copied from a browser or an app' },
    ...CHANGE_OPTIONS,
  },
  examples: [
    {
      what: 'After the thread was opened',
      call: 'twir reddit-link --url https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_640/ content/2026-02-25-this-week-in-rust.md',
    },
  ],
  run: async ({ options: { url, ...options }, operands, system }) => {
    if (url === undefined) throw new UsageError('--url URL is missing');
    const session = new Session(system);
    const changes = new Changes(system, options);
    for await (const file of session.newsletterFiles(operands, {
      stdinFilename: options['stdin-filename'],
      single: true,
    })) {
      const result = session.engine.redditLink(documentOf(file), url);
      if ('problem' in result) throw new InputError(`${file.path}: ${result.problem}`);
      changes.apply(file, applyEdits(file.text, result.edits));
      const unsure = result.numberKnown ? '' : ' (the address does not tell the issue: open it once)';
      changes.tell(
        file,
        result.edits.length === 0 ? 'has this link already' : `leads to ${result.url}${unsure}`,
      );
    }
    return session.failed ? 2 : 0;
  },
});
