import type { Piece } from '../newsletter/issue/piece';
import type { Address } from '../newsletter/links/addresses';
import { inCommunity } from '../newsletter/links/links';
import { meetupPage } from '../newsletter/links/meetup';
import { strayEnd } from '../newsletter/links/strayEnd';
import { isUnder, type WebUrl } from '../newsletter/links/url';
import { markerOf } from '../newsletter/markers/markers';
import { shortened } from '../text/shortened';
import { indexBefore } from '../text/sourceText';
import { nearlySame } from '../text/words';
import { definePieceRule, type Fix, type Report } from './rule';

/** What was meant for `https://`, with a letter or a sign too many or too few. */
const MISSPELLED = /^\W*(?:h{0,2}t{1,3}p{1,2}s{0,2}|[a-z]?https?)[:;/\\(".]{1,6}(?=[\w-]+(?:\.[\w-]+)+)/i;
/** Something pasted before a whole address: `Chttps://..`, `https://https://..`, `"https://..`. */
const PREFIXED = /^(?:https?:\/\/|[^/.\s]{1,12}?)(?=https?:\/\/[\w-])/i;
/** An address, and right after it another one; not `web/2024/https://..`, where an archive has it. */
const SECOND = /^(?<first>https?:\/\/[^?#\s]*[^?#=/&\s])(?<other>https?:\/\/[\w-]+(?:\.[\w-]+)+.*)$/i;
/** Two of one site, whose pages no archive has there; not `login?next=https://..`. */
const SAME_SITE = /^(?<first>(?<site>https?:\/\/[\w.-]+)\/\S*?(?<![=&]))(?<other>\k<site>\/.*)$/i;
/** A whole Markdown link where its address belongs. */
const NESTED = /^\[[^\]]*\]\((https?:\/\/[^\s()]+)\)?$/;
/** A host and perhaps a path: `www.example.com`, `example.com/a`. */
const HOST = /^(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?=\/))/i;

/** Sites that are linked all the time: a name that is nearly one of theirs is a slip. */
const KNOWN_SITES = ['github.com', 'youtube.com', 'meetup.com', 'reddit.com', 'crates.io', 'rust-lang.org'];
/** `github.con`, `ww.example.com`, `www.www.example.com` */
const NO_HOST =
  /\.(?:con|cmo|ocm|comm|ogr|og|rog|dve|githubio)$|(?:^|\.)rust-lang\.com$|^(?:ww|wwww|www\.www)\.|^www\.[^.]+$|\.([a-z]+)\.\1$/;
/** What no name of a host has: `blog,example.com`, `(www.example.com` */
const FOREIGN = /[^\p{L}\p{M}\p{N}.:@%_~-]/u;
/** `wwwexample.com` */
const GLUED = /^www[a-z-]+\.[a-z]+$/;
/** Also in the author's own network. */
const OWN_MACHINE =
  /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|(?:10|192\.168)(?:\.\d+){2,3}|[\w-]+\.local)(?::\d+)?$/;
/** Ids of videos have eleven characters. */
const VIDEO = /^\/(?:live|shorts|embed)\/([\w-]+)\/?$/;
const VIDEO_ID = 11;
/** Ids of events have nine digits; those of a series have letters. */
const EVENT_ID = 9;
/** With a letter instead of a digit, or one more. */
const NEARLY_NUMBER = /^(?=.{9,10}$)\d+[a-z]\d*$/i;
/** `/event/310000001`, `/events310000001` */
const NEARLY_EVENT = /\/events?\/*(?<!\/events\/)(\d{9})(?=\/|$)/;

/** The name of a crate, which is also the title of its link. */
const CRATE = /^[a-z][a-z\d]*(?:[-_][a-z\d]+)*$/i;

/** Links that lead nowhere because their address is not one. CI looks at one section only, readers at all. */
export default definePieceRule({
  id: 'link-scheme',
  summary: 'A link is not absolute `https:`',
  why: 'An address without its scheme, or with a misspelled one, leads to a missing page of the newsletter itself; plain http warns many readers off.',
  severity: 'error',
  fix: 'sometimes',
  tags: ['url', 'organiser-url'],
  yieldsTo: ['link-address', 'link-empty', 'link-form'],
  inArchive: true,
  examples: [
    {
      title: 'a letter too many',
      bad: '* [A post](hhttps://example.com/post)\n',
      found: ['1:12-37: “hhttps://example.com/post” is not an address that begins with https://'],
      fixes: ['Replace with https://example.com/post'],
      good: '* [A post](https://example.com/post)\n',
    },
    {
      title: 'no scheme',
      bad: '* [A post](www.example.com/post)\n',
      found: ['1:12-32: “www.example.com/post” is not an address that begins with https://'],
      fixes: ['Replace with https://www.example.com/post'],
      good: '* [A post](https://www.example.com/post)\n',
    },
    {
      title: 'pasted twice',
      bad: '* [A post](https://example.com/posthttps://example.com/post)\n',
      found: ['1:12-60: There are two addresses in these parentheses'],
      fixes: ['Keep https://example.com/post'],
      good: '* [A post](https://example.com/post)\n',
    },
    {
      title: 'a name instead of an address',
      bad: "This week's crate is [example](example), a crate.\n",
      found: ['1:32-39: “example” is not an address that begins with https://'],
      fixes: ['Replace with https://crates.io/crates/example'],
      good: "This week's crate is [example](https://crates.io/crates/example), a crate.\n",
    },
    {
      title: 'a letter missing in a well-known name',
      bad: '* [A post](https://gihub.com/example/example/releases/tag/v1)\n',
      found: ['1:12-61: “gihub.com” is not the name of a host: github.com is meant'],
      good: '* [A post](https://github.com/example/example/releases/tag/v1)\n',
    },
    {
      title: 'half the id of a video',
      bad: '* [video] [A talk](https://www.youtube.com/watch?v=abcdefg)\n',
      found: ['1:20-59 warning: “abcdefg” is not the id of a video, which has 11 characters'],
      good: '* [video] [A talk](https://www.youtube.com/watch?v=abcdefghijk)\n',
    },
    {
      title: 'the host twice',
      bad: '* [A post](https://example.com/example.com/post)\n',
      found: ['1:31-43 warning: “example.com” appears twice in the address'],
      fixes: ['Remove the second one'],
      good: '* [A post](https://example.com/post)\n',
    },
    {
      title: 'in quotation marks of another language',
      bad: '* [A post](‹https://example.com/post›)\n',
      found: ['1:12-38: “‹https://example.com/post›” is not an address that begins with https://'],
      fixes: ['Replace with https://example.com/post'],
      good: '* [A post](https://example.com/post)\n',
    },
  ],
  check(piece, report) {
    for (const address of piece.addresses) {
      const { url } = address;
      if (url === '' || url.startsWith('#')) continue;
      // `[video]: [A post](..)`: an item with a colon behind its marker, to be told as such.
      if (url.startsWith('[') && isOfMarker(piece, address)) continue;
      if (/^mailto:/i.test(url)) {
        if (address.link && inCommunity(piece, address.start))
          report({ at: address, message: 'This is an address of mail, not of a page' });
        continue;
      }
      if (address.link?.kind === 'autolink' && url.includes('@')) continue;
      const finding = judge(address, piece.profile.can.linksOnly);
      if (finding) report(finding);
    }
  },
});

/** Whether an address is that of a definition which is called like a marker. */
function isOfMarker({ definitions }: Piece, { start, link }: Address): boolean {
  const definition = link ? undefined : definitions[indexBefore(definitions, start)];
  return definition !== undefined && markerOf(definition.label) !== undefined;
}

function judge(address: Address, archive: boolean): Report | undefined {
  const { url, start, end, web } = address;
  const at = { start, end };
  const two = url.includes('://', 'http://a'.length) ? (SECOND.exec(url) ?? SAME_SITE.exec(url)) : null;
  if (two) {
    const { first, other } = two.groups as { first: string; other: string };
    const fix = (text: string): Fix => ({
      title: `Keep ${text}`,
      ...(first === other ? { preferred: true } : {}),
      edits: () => repair(address, text),
    });
    return {
      at,
      message: 'There are two addresses in these parentheses',
      fixes: first === other ? [fix(first)] : [fix(first), fix(other)],
    };
  }
  if (web && web.host !== 'http:' && web.host !== 'https:') {
    if (OWN_MACHINE.test(web.host)) {
      return { at, message: `${web.host} is on the author’s own machine: nobody else can open it` };
    }
    if (!/^[^.]+(?:\.[^.]+)+$/.test(web.host) || FOREIGN.test(web.host)) {
      const right = withoutForeign(web);
      return {
        at,
        message: `“${web.host}” is not the name of a host`,
        fixes: right
          ? [{ title: `Replace with ${right}`, preferred: true, edits: () => repair(address, right) }]
          : [],
      };
    }
    if (GLUED.test(web.host))
      return {
        at,
        severity: 'warning',
        message: `“${web.host}” is probably not the name of a host: “www.${web.host.slice(3)}”`,
        fixes: [
          {
            title: 'Add the dot',
            preferred: true,
            edits: () => {
              const dot = start + web.hostRange.start + 3;
              return [{ start: dot, end: dot, text: '.' }];
            },
          },
        ],
      };
    const site = siteMeant(web.host);
    if (site || NO_HOST.test(web.host)) {
      return { at, message: `“${web.host}” is not the name of a host${site ? `: ${site} is meant` : ''}` };
    }
    if (web.path.startsWith(`/${web.host}/`)) {
      const again = {
        start: start + web.pathRange.start,
        end: start + web.pathRange.start + web.host.length + 1,
      };
      return {
        at: again,
        severity: 'warning',
        message: `“${web.host}” appears twice in the address`,
        fixes: [{ title: 'Remove the second one', preferred: true, edits: () => [{ ...again, text: '' }] }],
      };
    }
    const video = videoId(web);
    if (video && video.length !== VIDEO_ID) {
      return {
        at,
        severity: 'warning',
        message: `“${shortened(video, 20)}” is not the id of a video, which has ${VIDEO_ID} characters`,
      };
    }
    const event = meetupPage(web)?.event;
    const typed = event === undefined && isUnder(web.host, 'meetup.com') && NEARLY_EVENT.exec(web.path);
    if (typed) {
      const right = `/events/${typed[1]}`;
      const from = start + web.pathRange.start + typed.index;
      return {
        at,
        message: `“${typed[0]}” should be “${right}”`,
        fixes: [
          {
            title: `Write “${right}”`,
            preferred: true,
            edits: () => [{ start: from, end: from + typed[0].length, text: right }],
          },
        ],
      };
    }
    if (event && (/^\d+$/.test(event) ? event.length !== EVENT_ID : NEARLY_NUMBER.test(event)))
      return {
        at,
        severity: 'warning',
        message: `“${shortened(event, 20)}” is not the number of an event, which has ${EVENT_ID} digits`,
      };
    if (/^(?:www\.)?youtube\.com$/.test(web.host) && /^\/watch\/?$/.test(web.path) && !video)
      return { at, severity: 'warning', message: 'This address names no video' };
    if (web.scheme === 'https' || archive) return undefined;
    return {
      at,
      severity: 'info',
      message: 'This address begins with http:, not with https:',
      fixes: [
        {
          title: 'Change to https',
          edits: () => [{ start: start + 4, end: start + 4, text: 's' }],
          preferred: true,
        },
      ],
    };
  }
  return ofNoAddress(address);
}

/** An address without the brackets and quotation marks before its host, and with dots for other punctuation in it. */
function withoutForeign({ text, hostRange: { start, end }, host }: WebUrl): string | undefined {
  const bare = host.replace(/^[^\p{L}\p{N}]+/u, '');
  const name = bare.replace(/(?<=\w)[,;](?=\w)/g, '.');
  if (FOREIGN.test(name) || !/^[^.]+(?:\.[^.]+)+$/.test(name)) return undefined;
  const right = `${text.slice(0, start)}${name}${text.slice(end)}`;
  return bare === host ? right : right.slice(0, strayEnd(right));
}

/** The site whose name this host nearly has. */
function siteMeant(host: string): string | undefined {
  const name = host.slice(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
  return KNOWN_SITES.find((site) => {
    // With one slip either half is whole; comparing letters takes longer.
    const half = site.length >> 1;
    const mayBe = name.startsWith(site.slice(0, half)) || name.endsWith(site.slice(half));
    return mayBe && site !== name && nearlySame(site, name, 1);
  });
}

/** The id of a video that an address of YouTube names; undefined where it names none. */
function videoId({ host, path, parameters }: WebUrl): string | undefined {
  if (!/^(?:(?:www|m)\.)?youtube\.com$/.test(host)) return undefined;
  return path === '/watch' ? parameters.find(({ name }) => name === 'v')?.value : VIDEO.exec(path)?.[1];
}

/** What does not begin with the scheme of an address. */
function ofNoAddress(address: Address): Report {
  const { url, start, end } = address;
  const at = { start, end };
  const whole = (text: string, sure: boolean): Fix[] => [
    {
      title: `Replace with ${text}`,
      edits: () => repair(address, text),
      ...(sure ? { all: true } : { preferred: true }),
    },
  ];
  const message = `“${shortened(url, 60)}” is not an address that begins with https://`;
  const nested = NESTED.exec(url);
  if (nested)
    return {
      at,
      message: 'There is a whole link where the address belongs',
      fixes: whole(nested[1]!, false),
    };
  const prefixed = PREFIXED.exec(url);
  if (prefixed) {
    const text = url.slice(prefixed[0].length);
    // `‹https://example.com›`
    const quoted = /^[‹«“‘<([（]/.test(url);
    return { at, message, fixes: whole(quoted ? text.slice(0, strayEnd(text)) : text, true) };
  }
  const misspelled = MISSPELLED.exec(url);
  if (misspelled) return { at, message, fixes: whole(`https://${url.slice(misspelled[0].length)}`, true) };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url);
  if (scheme)
    return {
      at,
      message: /^https?$/i.test(scheme[1]!)
        ? `“${shortened(url, 60)}” names no host`
        : `The address begins with “${scheme[1]}:”, not with “https:”`,
    };
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
