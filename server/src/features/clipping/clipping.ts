// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have tab stops, whatever quotes they stand in

import { parseUrl } from '../../newsletter/links/url';
import { snippetText } from '../../text/snippet';
import { stripEnd } from '../../text/strip';
import { collapsed } from '../../text/whitespace';

/** Text of a forum post, taken apart. */
export interface Clipping {
  readonly kind: 'quote' | 'crate';
  /** What belongs into the section: a snippet in LSP's syntax, with a tab stop for everything that the text does not tell. */
  readonly text: string;
}

const FORUM = /^https?:\/\/users\.rust-lang\.org\/t\/(?:[^/?#]*[^/?#\d][^/?#]*\/)?(\d+)(?:\/(\d+))?/;
/** Topics in which quotes and crates are suggested, with their names in addresses. */
const TOPICS = { quote: ['328', 'twir-quote-of-the-week'], crate: ['2704', 'crate-of-the-week'] } as const;
/** What the forum's “quote” button puts around a text. */
const FRAME = /^\[quote="([^",\]]+)(?:,[ ]*post:(\d+))?(?:,[ ]*topic:(\d+))?[^\]]*\]$/;
const ADDRESS = /https?:\/\/[^\s<>()[\]"]+(?:\([^\s()]*\)[^\s<>()[\]"]*)*/;
/** The forum takes no longer post. */
const LONGEST = 32_000;
/** A link with its text. No longer ones, as each bracket that opens may begin one. */
const LINK = /\[([^[\]]{0,500})\]\([^)]{0,2000}\)/g;
const AUTHOR = /^(?:&[mn]dash;|[-–—―~]+)[ \t]*(\S.*)$/;
const SELF =
  /\b(?:my (?:own )?(?:crate|library|project|tool)|self[- ](?:suggest|nominat|promot)\w*|I(?:['’]ve| have)? (?:just )?(?:wrote|written|made|built|created|released|published))\b/i;

/**
 * Makes a quote or a crate of the week from the text of a forum post with its address, as it was copied, with or without
 * the forum's `[quote="name, post:5, topic:328"]` around it.
 *
 * @param kind what the author asked for; the topic tells when absent
 * @returns undefined for a text that is neither
 */
export function readClipping(text: string, kind?: Clipping['kind']): Clipping | undefined {
  const post = readPost(text);
  const found = kind ?? (['quote', 'crate'] as const).find((name) => post.topic === TOPICS[name][0]);
  if (!found || (kind === undefined && post.lines.length === 0 && post.addresses.length === 0))
    return undefined;
  return { kind: found, text: found === 'quote' ? quoteOf(post) : crateOf(post) };
}

interface Post {
  readonly lines: readonly string[];
  /** Addresses other than that of the suggestion: first the one beside the author's name, then in order. */
  readonly addresses: readonly string[];
  /** Who wrote what is quoted within the suggestion. */
  readonly author: string | undefined;
  readonly topic: string | undefined;
  readonly number: string | undefined;
  /** Who suggested it. */
  readonly suggestedBy: string | undefined;
  readonly quoted: boolean;
}

function readPost(text: string): Post {
  const lines: string[] = [];
  const addresses: string[] = [];
  let author: string | undefined;
  /** Beside the author's name: where it was said, whatever the quote links. */
  let said: string | undefined;
  let topic: string | undefined;
  let number: string | undefined;
  let suggestedBy: string | undefined;
  const isTopic = (id: string | undefined) => id === TOPICS.quote[0] || id === TOPICS.crate[0];
  for (const line of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((part) => part.trim())) {
    const frame = FRAME.exec(line);
    if (frame && isTopic(frame[3])) {
      [suggestedBy, number, topic] = [frame[1], frame[2] ?? number, frame[3]];
    } else if (frame) {
      author ??= frame[1];
      if (frame[3] !== undefined)
        addresses.push(`https://users.rust-lang.org/t/${frame[3]}/${frame[2] ?? 1}`);
    } else if (!/^\[\/quote\]$/.test(line)) {
      const written = ADDRESS.exec(line)?.[0];
      const address = written && stripEnd(written, /[.,;:!?]/);
      const forum = address === undefined ? null : FORUM.exec(address);
      if (forum && isTopic(forum[1]) && topic !== undefined && topic !== forum[1]) addresses.push(address!);
      else if (forum && isTopic(forum[1])) [topic, number] = [forum[1], forum[2] ?? number];
      else if (address !== undefined) addresses.push(address);
      const named = AUTHOR.exec(line.replace(/^>[ \t]*/, ''));
      if (named && !line.startsWith('- ')) {
        author ??= plainName(named[1]!);
        if (address !== undefined && addresses.at(-1) === address) said ??= address;
      } else if (line !== address) lines.push(line);
    }
  }
  const isText = (line: string) => line !== '';
  return {
    lines: lines.slice(Math.max(0, lines.findIndex(isText)), lines.findLastIndex(isText) + 1),
    addresses: said === undefined ? addresses : [said, ...addresses.filter((each) => each !== said)],
    author,
    topic,
    number,
    suggestedBy,
    quoted: lines.some((line) => line.startsWith('>')),
  };
}

/** `[Name on place](https://…)` as `Name on place`. */
function plainName(text: string): string | undefined {
  const name = stripEnd(text.replace(LINK, '$1').replace(ADDRESS, ''), /[\s,:(<]/).trim();
  return name === '' ? undefined : name;
}

function quoteOf(post: Post): string {
  // Around a quotation people say why they like it.
  const own = post.quoted ? post.lines.filter((line) => line.startsWith('>')) : post.lines;
  const quote = own
    .map((line) => line.replace(/^>[ \t]?/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const body = quote === '' ? '> ${1:Quote}' : snippetText(quote).replace(/^/gm, '> ').replace(/^> $/gm, '>');
  const place = placeOf(post.addresses[0]);
  const author = stop(
    2,
    post.author === undefined
      ? undefined
      : /\son\s/.test(post.author) || !place
        ? post.author
        : `${post.author} on ${place}`,
    'name on place',
  );
  const address = stop(3, post.addresses[0], 'https://');
  return `${body}\n\n– [${author}](${address})\n\n${thanks(post, 'quote', 'suggestion')}`;
}

function crateOf(post: Post): string {
  const address = post.addresses.find((candidate) => crateName(candidate) !== undefined) ?? post.addresses[0];
  const words = collapsed(post.lines.join(' ').slice(0, LONGEST));
  // The forum's Markdown, not the site's.
  const linked = /\[([^\]]{1,500})\]\(https?:/.exec(words)?.[1];
  const name = linked?.replaceAll('`', '') ?? (address === undefined ? undefined : crateName(address));
  const described = name === undefined ? undefined : describedAs(words, name);
  const crate = `[${stop(1, name, 'crate')}](${stop(2, address, 'https://')})`;
  const word = SELF.test(words) ? 'self-suggestion' : 'suggestion';
  return `This week's crate is ${crate}, ${stop(3, described, 'a crate to …')}.\n\n${thanks(post, 'crate', word)}`;
}

/** `Thanks to [name](address of the post) for the suggestion!` */
function thanks({ suggestedBy, number }: Post, kind: Clipping['kind'], word: string): string {
  const [id, name] = TOPICS[kind];
  const address = `https://users.rust-lang.org/t/${name}/${id}/${stop(5, number, 'post')}`;
  return `Thanks to [${stop(4, suggestedBy, 'name')}](${address}) for the ${word}!`;
}

/** A text that is known, or a tab stop for one that is not. */
function stop(number: number, text: string | undefined, missing: string): string {
  return text === undefined ? `\${${number}:${missing}}` : snippetText(text);
}

/** The crate that an address is about. */
function crateName(address: string): string | undefined {
  const url = parseUrl(address);
  const parts = url?.path.split('/').filter(Boolean) ?? [];
  switch (url?.host.replace(/^www\./, '')) {
    case 'crates.io':
    case 'lib.rs':
      return parts[0] === 'crates' ? parts[1] : undefined;
    case 'docs.rs':
      return parts[0] === 'crate' ? parts[1] : parts[0];
    case 'github.com':
    case 'gitlab.com':
    case 'codeberg.org':
      return parts[1]?.replace(/\.git$/, '');
  }
  return undefined;
}

/** `name is a crate to …` or `name, a crate to …`, up to the end of the sentence. */
function describedAs(words: string, name: string): string | undefined {
  // The forum's Markdown, not the site's.
  const plain = words.replace(LINK, '$1');
  const at = plain.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return undefined;
  return /^`?(?:\s*,|\s+is|\s*[-–—:])\s+(an?\s.*?)(?=[.!?](?:\s|$)|$)/i.exec(
    plain.slice(at + name.length),
  )?.[1];
}

/** Where a quote was said. */
function placeOf(address: string | undefined): string | undefined {
  const host = address === undefined ? undefined : parseUrl(address)?.host.replace(/^(?:www|old|m)\./, '');
  if (host === 'users.rust-lang.org') return 'rust-users';
  if (host === 'internals.rust-lang.org') return 'rust-internals';
  if (host === 'reddit.com') return /\/r\/\w+/.exec(address!)?.[0].slice(1);
  if (host === 'github.com') return 'GitHub';
  if (host === 'news.ycombinator.com') return 'Hacker News';
  if (host === 'rust-lang.zulipchat.com') return 'the Rust Zulip';
  if (host === 'lobste.rs') return 'Lobsters';
  return undefined;
}
