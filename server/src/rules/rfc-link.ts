import { parseUrl } from '../newsletter/links/url';
import { definePieceRule } from './rule';

const RFC_SECTIONS = /^(?:approved-rfcs|new-rfcs|fcp)(?:\/|$)/;

/** RFCs linked to something else than their discussion (issue 452). */
export default definePieceRule({
  id: 'rfc-link',
  in: ['approved-rfcs', 'new-rfcs', 'fcp'],
  summary: 'An RFC or tracking issue is linked to a commit or a file',
  why: 'Readers want the discussion: the pull request of an RFC, the issue or pull request of a tracking issue.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'a commit',
      bad: '## Updates from the Rust Project\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n* [An RFC](https://github.com/rust-lang/rfcs/commit/0123456789abcdef)\n',
      found: ['3:12-69: This leads to a commit: link the pull request or the issue'],
      good: '## Updates from the Rust Project\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n* [An RFC](https://github.com/rust-lang/rfcs/pull/1)\n',
    },
    {
      title: 'the files of a pull request',
      bad: '## Updates from the Rust Project\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n* [An RFC](https://github.com/rust-lang/rfcs/pull/1/files)\n',
      found: ['3:12-58: This leads to the files of a pull request: link the pull request itself'],
      fixes: ['Link the pull request'],
      good: '## Updates from the Rust Project\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n* [An RFC](https://github.com/rust-lang/rfcs/pull/1)\n',
    },
  ],
  check(piece, report) {
    for (const { start, links } of piece.items) {
      const link = links[0];
      const web = link && parseUrl(link.url);
      if (!web || !RFC_SECTIONS.test(piece.sectionAt(start)?.spec?.key ?? '')) continue;
      if (web.host !== 'github.com') continue;
      const tab = /\/pull\/\d+\/(files|commits|checks)(?:\/|$)/.exec(web.path)?.[1];
      if (tab) {
        const start = link.urlRange.start + web.text.indexOf(`/${tab}`);
        const end = link.urlRange.end;
        report({
          at: link.urlRange,
          message: `This leads to the ${tab} of a pull request: link the pull request itself`,
          fixes: [{ title: 'Link the pull request', edits: () => [{ start, end, text: '' }] }],
        });
        continue;
      }
      const page = /^\/[^/]+\/[^/]+\/(commits?|blob|tree)\//.exec(web.path)?.[1];
      if (!page) continue;
      report({
        at: link.urlRange,
        message: `This leads to ${page.startsWith('commit') ? 'a commit' : 'a file'}: link the pull request or the issue`,
      });
    }
  },
});
