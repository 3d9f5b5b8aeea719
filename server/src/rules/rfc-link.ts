import { parseUrl, type WebUrl } from '../newsletter/links/url';
import type { Range } from '../text/sourceText';
import { nearlySame } from '../text/words';
import { definePieceRule } from './rule';

/** Sections whose items are pull requests and issues of the project. */
const LISTS = /^(?:project|approved-rfcs|new-rfcs|fcp)(?:\/|$)/;
/** Those of them that may link a commit, which some changes of tools are. */
const CHANGES = /^project(?:\/|$)/;
/** `/owner/repository/pull/12/files` */
const PLACE = /^\/([^/]+)\/([^/]+)\/(pulls?|issues?)(?:\/(\d+)?(\/.*)?)?$/;
const RFCS = /^(?:approved-rfcs|new-rfcs)$/;
const OWNER = 'rust-lang';
/** Repositories with items every week, and how many digits their numbers had in 2026. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['rust', 6],
  ['cargo', 5],
  ['rust-clippy', 5],
  ['rust-analyzer', 5],
  ['rfcs', 4],
  ['reference', 4],
  ['compiler-team', 4],
  ['lang-team', 4],
]);

/** Numbers have as many digits as in 2026 in these since 2024. */
const GROWN: ReadonlySet<string> = new Set(['cargo', 'rust-clippy', 'rust-analyzer']);
const GROWN_SINCE = '2024-01-01';
/** What became of `pull/12` under somebody's fingers: `pull12`, `pull/pull/12`, `pull/1o`. */
const DAMAGED = /^\/rust-lang\/[\w.-]+\/((?:pull|issues?).*)$/;

/** With five digits, what was merged into Rust itself since 2020 has a higher number. */
const LOST_DIGIT = /^[1-5]\d{4}$/;

/** Items linked to something else than their discussion: a commit, a tab, a fork, a mistyped repository (issue 452). */
export default definePieceRule({
  id: 'rfc-link',
  in: ['project', 'approved-rfcs', 'new-rfcs', 'fcp'],
  summary: 'A pull request, RFC or tracking issue has a link that does not lead to its discussion',
  why: 'Readers want the discussion: the pull request of an RFC, the issue or pull request of a tracking issue. A fork of a repository has numbers of its own.',
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
    {
      title: 'the list of pull requests',
      bad: '## Updates from the Rust Project\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n* [An RFC](https://github.com/rust-lang/rfcs/pulls)\n',
      found: ['3:12-51: This leads to the list of all pull requests: link the one that is meant'],
      good: '## Updates from the Rust Project\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n* [An RFC](https://github.com/rust-lang/rfcs/pull/1)\n',
    },
  ],
  check(piece, report) {
    for (const { start, links } of piece.items) {
      const link = links[0];
      const web = link && parseUrl(link.url);
      if (!link || web?.host !== 'github.com') continue;
      const key = piece.sectionAt(start)?.spec?.key;
      if (key === undefined || !LISTS.test(key)) continue;
      const at = link.urlRange;
      // Where the address is written with escapes, its offsets are others.
      const written = piece.source.slice(at) === web.text;
      const said = /^RFC:? ?#?(\d{3,4})\b/.exec(link.title)?.[1];
      const leads = /^\/rust-lang\/rfcs\/pull\/(\d+)/.exec(web.path)?.[1];
      if (said && leads && Number(said) !== Number(leads))
        report({ at: link.textRange, message: `The address is that of RFC ${leads}, not of RFC ${said}` });
      for (const { message, fix } of problems(web, key, piece.date)) {
        report({
          at,
          message,
          fixes:
            fix && written
              ? [
                  {
                    title: fix.title,
                    preferred: true,
                    edits: () => [{ start: at.start + fix.start, end: at.start + fix.end, text: fix.text }],
                  },
                ]
              : [],
        });
      }
    }
  },
});

interface Problem {
  readonly message: string;
  /** Offsets in the address. */
  readonly fix?: Range & { readonly title: string; readonly text: string };
}

/** What is wrong with an address on GitHub. @param key of the section, @param date of the issue */
function problems(web: WebUrl, key: string, date: string | undefined): Problem[] {
  // That of a merged pull request.
  const change = CHANGES.test(key);
  const [, owner = '', repository = '', kind = '', number, tab] = PLACE.exec(web.path) ?? [];
  if (kind === '') {
    const damaged = DAMAGED.exec(web.path)?.[1];
    if (damaged !== undefined) return [ofDamaged(web, damaged)];
    if (key.startsWith('fcp') && /^\/[^/]+\/[^/]+\/labels\//.test(web.path))
      return [{ message: 'This leads to a list: link the one that is meant' }];
    const page = !change && /^\/[^/]+\/[^/]+\/(commits?|blob|tree)\//.exec(web.path)?.[1];
    if (!page) return [];
    return [
      {
        message: `This leads to ${page.startsWith('commit') ? 'a commit' : 'a file'}: link the pull request or the issue`,
      },
    ];
  }
  const what = kind.startsWith('pull') ? 'pull request' : 'issue';
  // A search has none, and one that is still missing is told by `placeholder-blank`.
  if (number === undefined)
    return /s$/.test(web.path) && web.parameters.length === 0
      ? [{ message: `This leads to the list of all ${what}s: link the one that is meant` }]
      : [];
  const found: Problem[] = [];
  const ownerStart = web.pathRange.start + 1;
  const repositoryStart = ownerStart + owner.length + 1;
  const kindStart = repositoryStart + repository.length + 1;
  const numberEnd = kindStart + kind.length + 1 + number.length;
  if (owner !== OWNER && DIGITS.has(repository)) {
    found.push({
      message: `This leads to the repository of “${owner}”, not of ${OWNER}`,
      fix: { title: `Write “${OWNER}”`, start: ownerStart, end: ownerStart + owner.length, text: OWNER },
    });
  }
  const meant = owner === OWNER ? mistyped(repository) : undefined;
  if (meant !== undefined) {
    found.push({
      message: `There is no repository “${repository}” of ${OWNER}; “${meant}” was probably meant`,
      fix: {
        title: `Write “${meant}”`,
        start: repositoryStart,
        end: repositoryStart + repository.length,
        text: meant,
      },
    });
  }
  const right = what === 'issue' ? 'issues' : 'pull';
  if (kind !== right) {
    found.push({
      message: `The address of one ${what} has “${right}”, not “${kind}”`,
      fix: { title: `Write “${right}”`, start: kindStart, end: kindStart + kind.length, text: right },
    });
  }
  const digits = DIGITS.get(repository);
  if (digits !== undefined && number.length > digits) {
    found.push({ message: `${OWNER}/${repository} has no number as high as ${number}` });
  }
  // One that was opened years ago may be merged this week: a digit that is lost behind the first leaves that.
  const lost = digits === number.length + 1 && GROWN.has(repository) && /^[12]/.test(number);
  const isGrown = date === undefined || date >= GROWN_SINCE;
  if (
    change &&
    what === 'pull request' &&
    ((lost && isGrown) || (repository === 'rust' && LOST_DIGIT.test(number)))
  )
    found.push({ message: `${number} is the number of a pull request of years ago: a digit may be missing` });
  if (
    RFCS.test(key) &&
    what === 'pull request' &&
    owner === OWNER &&
    repository !== 'rfcs' &&
    meant === undefined
  )
    found.push({ message: `RFCs are discussed in ${OWNER}/rfcs, not in ${OWNER}/${repository}` });
  if (numberEnd < web.text.length) {
    const rest = web.text.slice(numberEnd);
    const name = tab && /^\/(files|commits|checks|changes)(?:\/|$)/.exec(tab)?.[1];
    found.push({
      message: name
        ? `This leads to the ${name} of a pull request: link the pull request itself`
        : `“${rest}” leads to one place on the page: link the ${what} itself`,
      fix: { title: `Link the ${what}`, start: numberEnd, end: web.text.length, text: '' },
    });
  }
  return found;
}

/** @param written what stands instead of kind and number */
function ofDamaged({ text }: WebUrl, written: string): Problem {
  const [number, ...others] = written.match(/\d+/g) ?? [];
  const kind = written.startsWith('issue') ? 'issues' : 'pull';
  const start = text.indexOf(written);
  const rest = written.replace(/\d+/, '').replace(/[^a-z]/g, '');
  const sure = number !== undefined && others.length === 0 && /^(?:pull|issues?){1,2}$/.test(rest);
  return {
    message: `“${written}” should be “${kind}/${sure ? number : '…'}”, with a number`,
    ...(sure
      ? {
          fix: {
            title: `Write “${kind}/${number}”`,
            start,
            end: start + written.length,
            text: `${kind}/${number}`,
          },
        }
      : {}),
  };
}

/** The known repository that another name is a slip of. */
function mistyped(repository: string): string | undefined {
  if (DIGITS.has(repository)) return undefined;
  return [...DIGITS.keys()].find((known) => nearlySame(repository, known, known.length > 4 ? 2 : 1));
}
