import { PLACES } from '../../protocol/announcementPlaces';
import { defineCommand } from '../command';
import { documentOf } from '../inputFile';
import { Session } from '../session';

export const announce = defineCommand({
  name: 'announce',
  summary: 'Print the texts with which an issue is announced',
  description:
    'A title and an address for r/rust, posts for Bluesky and Mastodon within their lengths, and the mail: its subject and, with --for email, its HTML. Nothing is posted.',
  operands: { usage: 'FILE', least: 1, most: 1 },
  options: {
    for: { choices: PLACES, help: 'Only the text for this place, and nothing around it' },
  },
  examples: [
    { what: 'All of them', call: 'twir announce content/2026-02-25-this-week-in-rust.md' },
    {
      what: 'The mail’s HTML',
      call: 'twir announce --for email content/2026-02-25-this-week-in-rust.md > mail.html',
    },
  ],
  run: async ({ options: { for: place }, operands, system }) => {
    const session = new Session(system);
    const { terminal } = system;
    for await (const file of session.newsletterFiles(operands, { single: true })) {
      const document = documentOf(file);
      const texts = session.engine.announcements(document);
      if (place === 'email') {
        terminal.document(session.engine.exportPage(document, 'email'));
        continue;
      }
      for (const text of texts.filter((one) => place === undefined || one.place === place)) {
        const lines = [text.title, text.text].filter((line) => line !== undefined && line !== '').join('\n');
        terminal.write(
          place === undefined
            ? `${text.place} (${text.length} of ${text.limit})\n${indented(lines)}\n\n`
            : `${lines}\n`,
        );
      }
    }
    return session.failed ? 2 : 0;
  },
});

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
