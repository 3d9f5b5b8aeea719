import type { Address } from '../newsletter/links/addresses';
import { parseUrl } from '../newsletter/links/url';
import { definePieceRule, type Fix, type Report } from './rule';

/** What was meant for `https://`, with a letter or a sign too many or too few. */
const MISSPELT = /^\W*(?:h{0,2}t{1,3}p{1,2}s{0,2}|[a-z]?https?)(?::|;|\/){1,6}(?=[\w-]+(?:\.[\w-]+)+)/i;
/** Something pasted before a whole address: `Chttps://..`, `https://https://..`, `"https://..`. */
const PREFIXED = /^(?:https?:\/\/|[^/.\s]{1,12}?)(?=https?:\/\/[\w-])/i;
/** An address, and right after it another one; not `web/2024/https://..`, where an archive has it. */
const SECOND = /^(https?:\/\/[^?#\s]*[^?#=/&\s])(https?:\/\/[\w-]+(?:\.[\w-]+)+.*)$/i;
/** A whole Markdown link where its address belongs. */
const NESTED = /^\[[^\]]*\]\((https?:\/\/[^\s()]+)\)?$/;
/** A host and perhaps a path: `www.example.com`, `example.com/a`. */
const HOST = /^(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?=\/))/i;

/** The name of a crate, which is also the title of its link. */
const CRATE = /^[a-z][a-z\d]*(?:[-_][a-z\d]+)*$/i;

/** Links that lead nowhere because their address is not one. CI looks at one section only, readers at all. */
export default definePieceRule({
  id: 'link-scheme',
  summary: 'A link is not absolute `https:`',
  why: 'An address without its scheme, or with a misspelt one, leads to a missing page of the newsletter itself; plain http warns many readers off.',
  severity: 'error',
  fix: 'sometimes',
  tags: ['url', 'organiser-url'],
  yieldsTo: ['link-address', 'link-empty', 'link-form'],
  inArchive: true,
  examples: [
    {
      title: 'a letter too many',
      bad: '* [A post](hhttps://example.com/post)\n',
      found: ['1:12-37: Expected an absolute address with https://, found "hhttps://example.com/post"'],
      fixes: ['Replace by https://example.com/post'],
      good: '* [A post](https://example.com/post)\n',
    },
    {
      title: 'no scheme',
      bad: '* [A post](www.example.com/post)\n',
      found: ['1:12-32: Expected an absolute address with https://, found "www.example.com/post"'],
      fixes: ['Replace by https://www.example.com/post'],
      good: '* [A post](https://www.example.com/post)\n',
    },
    {
      title: 'pasted twice',
      bad: '* [A post](https://example.com/posthttps://example.com/post)\n',
      found: ['1:12-60: Expected one address, found two'],
      fixes: ['Keep https://example.com/post'],
      good: '* [A post](https://example.com/post)\n',
    },
    {
      title: 'a name instead of an address',
      bad: "This week's crate is [example](example), a crate.\n",
      found: ['1:32-39: Expected an absolute address with https://, found "example"'],
      fixes: ['Replace by https://crates.io/crates/example'],
      good: "This week's crate is [example](https://crates.io/crates/example), a crate.\n",
    },
  ],
  check(piece, report) {
    for (const address of piece.addresses) {
      const { url } = address;
      if (url === '' || /^(?:#|mailto:)/i.test(url)) continue;
      if (address.link?.kind === 'autolink' && url.includes('@')) continue;
      const finding = judge(address, piece.profile.can.linksOnly);
      if (finding) report(finding);
    }
  },
});

function judge(address: Address, archive: boolean): Report | undefined {
  const { url, start, end } = address;
  const at = { start, end };
  const whole = (text: string, sure: boolean): Fix[] => [
    {
      title: `Replace by ${text}`,
      edits: () => repair(address, text),
      ...(sure ? { all: true } : { preferred: true }),
    },
  ];
  const second = SECOND.exec(url);
  if (second) {
    const [first, other] = [second[1]!, second[2]!];
    const fix = (text: string): Fix => ({
      title: `Keep ${text}`,
      ...(first === other ? { preferred: true } : {}),
      edits: () => repair(address, text),
    });
    return {
      at,
      message: 'Expected one address, found two',
      fixes: first === other ? [fix(first)] : [fix(first), fix(other)],
    };
  }
  const web = parseUrl(url);
  if (web && web.host !== 'http:' && web.host !== 'https:') {
    if (/^(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?$/.test(web.host)) {
      return { at, message: `Expected a public address, found one of the author's own machine: ${web.host}` };
    }
    if (!/^[^.]+(?:\.[^.]+)+$/.test(web.host)) {
      return { at, message: `Expected the name of a host, found "${web.host}"` };
    }
    if (web.scheme === 'https' || archive) return undefined;
    return {
      at,
      severity: 'hint',
      message: 'Expected https, found plain http',
      fixes: [
        {
          title: 'Change to https',
          edits: () => [{ start: start + 4, end: start + 4, text: 's' }],
          preferred: true,
        },
      ],
    };
  }
  const message = `Expected an absolute address with https://, found "${shorten(url)}"`;
  const nested = NESTED.exec(url);
  if (nested)
    return { at, message: 'Expected an address, found a whole link', fixes: whole(nested[1]!, false) };
  const prefixed = PREFIXED.exec(url);
  if (prefixed) return { at, message, fixes: whole(url.slice(prefixed[0].length), true) };
  const misspelt = MISSPELT.exec(url);
  if (misspelt) return { at, message, fixes: whole(`https://${url.slice(misspelt[0].length)}`, true) };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url);
  if (scheme) return { at, message: `Expected https, found the scheme "${scheme[1]}"` };
  const host = HOST.exec(url);
  return {
    at,
    message,
    fixes: host
      ? whole(`https://${url}`, host[0].toLowerCase().startsWith('www.'))
      : address.link && url === address.link.text && CRATE.test(url)
        ? whole(`https://crates.io/crates/${url}`, false)
        : [],
  };
}

/** Only what differs at the beginning or around the address. */
function repair({ url, start, end }: Address, text: string) {
  if (url.endsWith(text)) return [{ start, end: end - text.length, text: '' }];
  const rest = text.replace(/^https:\/\//, '');
  if (url.endsWith(rest))
    return [{ start, end: end - rest.length, text: text.slice(0, text.length - rest.length) }];
  return [{ start, end, text }];
}

function shorten(url: string): string {
  return url.length > 60 ? `${url.slice(0, 60)}…` : url;
}
