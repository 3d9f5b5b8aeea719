import { mainSection, within } from '../newsletter/links/links';
import { meetupPage } from '../newsletter/links/meetup';
import { type CanonicalForm, canonicalForm, redirectorOf } from '../newsletter/links/url';
import { definePieceRule } from './rule';

/** Other names of well-known hosts (README: canonical links). Event links stay as their organisers give them. */
export default definePieceRule({
  id: 'link-canonical-host',
  summary: 'A link uses a host under another name than its usual one, or a page in a language of its own',
  why: 'One page under several names hides duplicates, and short or mobile names serve readers less well.',
  severity: 'info',
  fix: 'sometimes',
  examples: [
    {
      title: 'a short name',
      bad: '## Updates from Rust Community\n\n* [video] [A talk](https://youtu.be/abcdefghijk?t=42)\n',
      found: ['3:28-36: The usual host for this page is www.youtube.com, not youtu.be'],
      fixes: ['Use www.youtube.com'],
      good: '## Updates from Rust Community\n\n* [video] [A talk](https://www.youtube.com/watch?v=abcdefghijk&t=42)\n',
    },
    {
      title: 'a mobile name',
      bad: '## Updates from Rust Community\n\n* [A page](https://m.example.com/page)\n',
      found: ['3:20-33: The usual host for this page is example.com, not m.example.com'],
      fixes: ['Use example.com'],
      good: '## Updates from Rust Community\n\n* [A page](https://example.com/page)\n',
    },
    {
      title: 'a mobile form of a page',
      bad: '## Updates from Rust Community\n\n* [A page](https://example.com/a-page-of-mine/amp/)\n',
      found: ['3:20-31: The address without “amp” leads to the same page for all screens'],
      fixes: ['Remove “amp”'],
      good: '## Updates from Rust Community\n\n* [A page](https://example.com/a-page-of-mine/)\n',
    },
  ],
  check(piece, report) {
    for (const address of piece.webAddresses) {
      const language = meetupPage(address.web)?.language;
      if (language) {
        const at = { start: address.start + language.start, end: address.start + language.end };
        report({
          at,
          minor: true,
          message: `“${piece.source.slice(at)}” shows the page in the language of whoever copied the address`,
          fixes: [
            { title: `Remove “${piece.source.slice(at)}”`, all: true, edits: () => [{ ...at, text: '' }] },
          ],
        });
      }
      const form = canonicalForm(address.web, piece.date);
      if (!form || redirectorOf(address.web)) continue;
      const main = mainSection(piece.sectionAt(address.start));
      // The fixed paragraphs around the sections have their own links; so have the people quoted.
      if (main === undefined || main === 'events' || main === 'qotw') continue;
      report({
        at: {
          start: address.start + address.web.hostRange.start,
          end: address.start + address.web.hostRange.end,
        },
        message: messageOf(form, address.web.host),
        fixes: [
          {
            title: form.amp ? 'Remove “amp”' : `Use ${form.host}`,
            edits: () => within(address, form.edits),
            ...(form.sure ? { all: true } : {}),
          },
        ],
      });
    }
  },
});

function messageOf({ host, amp }: CanonicalForm, written: string): string {
  if (amp) return 'The address without “amp” leads to the same page for all screens';
  if (host === written) return `The usual address of a video is ${host}/watch?v=…`;
  return `The usual host for this page is ${host}, not ${written}`;
}
