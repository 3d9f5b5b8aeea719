/**
 * What is known of web sites: parameters that only follow readers around, services that redirect, other names of a
 * host, hosts of videos and podcasts (docs/newsletter.md#links). Facts only; `url.ts` and `tracking.ts` apply them.
 */

/** Parameters of {@link TRACKING_ANYWHERE} that the newsletter's own CI refuses (its link checker, #2643). */
export const TRACKING_ERRORS: ReadonlySet<string> = new Set([
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_content',
]);

/** Parameters that mean the same on every site; all beginning with `utm_` belong to them as well. Lower case. */
export const TRACKING_ANYWHERE: ReadonlySet<string> = new Set([
  'fbclid',
  'gclid',
  'dclid',
  'msclkid',
  'yclid',
  'twclid',
  'igshid',
  'igsh',
  'mc_cid',
  'mc_eid',
  '_hsenc',
  '_hsmi',
  'mkt_tok',
  'trk',
  'trackingid',
  'amp',
  'ref',
  'ref_src',
  'ref_url',
  'referrer',
]);

/** Names that marketing tools make by a rule of their own. */
export const TRACKING_FAMILIES: readonly RegExp[] = [
  /^utm_/,
  /^[a-z]{1,5}clid$/,
  /^(?:pk|mtm|matomo|piwik|ga|at|ns|sc|itm|stm|trk|wt|vero|oly)_(?:source|medium|campaign|content|term|name|keyword|kwd|cid|id|m?channel|fee|mc|conv|anon_id|enc_id|group|placement)$/,
  /^hsa_[a-z]{2,4}$/,
  /^(?:__hs\w+|_hs\w+|hsctatracking|gad_source|gad_campaignid|[gw]braid|li_fat_id|srsltid|rdt_cid|_ga|_gl|_openstat)$/,
  /^(?:spm|scm|guccounter|guce_referrer(?:_sig)?|ck_subscriber_id|ml_subscriber(?:_hash)?|wickedid|s_cid|cmpid|cm_mmc|__s|hss_channel|replytocom|s_kwcid|ef_id|wt\.mc_id|wt_zmc|dm_i|elqtrack(?:id)?|mkwid|trkid|mibextid|lipi|embeds_referring_\w+)$/,
  /^share_(?:id|source|medium|from|token|link_id)$/,
  /^(?:gh_src|sfnsn|dub_id|epik|smid|ncid)$/,
];

export interface TrackingRow {
  /** The host or a domain above it; a pattern where a site has many names. */
  readonly host: string | RegExp;
  /** Lower case. */
  readonly names: readonly string[];
  /** Where only some values are meant. */
  readonly value?: RegExp;
  /** Pages on which they are left alone. */
  readonly except?: RegExp;
}

/** Parameters that are needless on one site only. */
export const TRACKING_BY_HOST: readonly TrackingRow[] = [
  { host: 'youtube.com', names: ['si', 'feature', 'pp', 'ab_channel'] },
  { host: 'youtu.be', names: ['si', 'feature', 'pp', 'ab_channel'] },
  // Lists of the viewer's own: to watch later, liked, and what YouTube plays next.
  { host: 'youtube.com', names: ['list'], value: /^(?:WL|LL|RD)/ },
  { host: 'youtube.com', names: ['start_radio', 'app', 'themerefresh'] },
  { host: 'reddit.com', names: ['rdt'] },
  { host: 'spotify.com', names: ['si'] },
  { host: /(?:^|\.)eventbrite\.[a-z.]+$/, names: ['aff', 'keep_tld'] },
  {
    host: 'meetup.com',
    names: [
      'eventorigin',
      'recid',
      'recsource',
      'slug',
      'eventid',
      'searchid',
      'chaptercontext',
      'regtorsvp',
      'isfromreg',
      'rsvp',
      'isfirstpublish',
      '_xtd',
    ],
  },
  { host: /(?:^|\.)google\.[a-z.]+$/, names: ['usp', 'sa', 'ust', 'usg', 'ved'] },
  { host: 'medium.com', names: ['source', 'postpublishedtype'] },
  { host: 'linkedin.com', names: ['commenturn', 'dashcommenturn', 'rcm'] },
  { host: 'substack.com', names: ['r', 'share', 'showwelcomeonshare', 'triedredirect'] },
  { host: /(?:^|\.)(?:blogspot\.[a-z.]+|googleblog\.com)$/, names: ['m'] },
  // A repository's page opens on its readme anyway; `?tab=repositories` of a person is another page.
  // The template itself links the newsletter's guidelines with it.
  {
    host: 'github.com',
    names: ['tab'],
    value: /-ov-file$/,
    except: /^\/rust-lang\/this-week-in-rust\/?$/,
  },
  { host: 'github.com', names: ['notification_referrer_id'] },
  { host: 'notion.so', names: ['pvs'] },
  { host: 'mailchi.mp', names: ['e'] },
  { host: 'luma.com', names: ['tk'] },
  { host: 'lu.ma', names: ['tk'] },
  // `e=evt-…` names the event that a calendar's page opens.
  { host: 'luma.com', names: ['e'], value: /^(?!evt-)/ },
  { host: 'lu.ma', names: ['e'], value: /^(?!evt-)/ },
  { host: 'x.com', names: ['s', 't', 'lang'] },
  { host: 'twitter.com', names: ['s', 't', 'lang'] },
  { host: 'lever.co', names: ['lever-origin', 'lever-source', 'lever-source[]'] },
  // Whoever shared a post of the forum.
  { host: 'users.rust-lang.org', names: ['u'] },
  { host: 'internals.rust-lang.org', names: ['u'] },
  // The site's own address of a note for readers is the same without it.
  { host: 'hackmd.io', names: ['view'] },
];

/** Where `ref` names a branch or a commit. */
export const REF_IS_A_BRANCH: RegExp = /(?:^|\.)(?:github\.com|gitlab\.|codeberg\.org|gitea\.|forgejo\.)/;

/** The place in a video at which it starts. Often a leftover of the author's own watching, sometimes meant. */
export const VIDEO_TIME: readonly TrackingRow[] = [
  { host: 'youtube.com', names: ['t'] },
  { host: 'youtu.be', names: ['t'] },
];

export interface Redirector {
  readonly host: string | RegExp;
  /** Only this path; any when absent. What it captures is the target, perhaps without its scheme. */
  readonly path?: RegExp;
  /** Parameters that may hold the target; `''` where the query itself is the target. None: only the service knows. */
  readonly targetIn: readonly string[];
}

/** Services whose links lead to another place (#2808, #5949). */
export const REDIRECTORS: readonly Redirector[] = [
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$|^\/amp\/s\/(.+)/, targetIn: ['q', 'url'] },
  { host: /(?:^|\.)cdn\.ampproject\.org$/, path: /^\/[cv]\/s\/(.+)/, targetIn: [] },
  // Around a paywall.
  ...['12ft.io', 'freedium.cfd'].map((host) => ({
    host,
    path: /^\/(https:.+)/,
    targetIn: [],
  })),
  { host: /\.list-manage\.com$/, path: /^\/track\//, targetIn: [] },
  { host: /^lm?\.facebook\.com$/, targetIn: ['u'] },
  // A page in another language.
  { host: /^translate\.google\.[a-z.]+$/, path: /^\/(?:translate|website)$/, targetIn: ['u'] },
  { host: /\.translate\.goog$/, targetIn: [] },
  { host: 'out.reddit.com', targetIn: ['url'] },
  { host: 'href.li', targetIn: [''] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, targetIn: ['q'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)\/?$/, targetIn: ['url'] },
  { host: 'l.instagram.com', targetIn: ['u'] },
  { host: 'slack-redir.net', targetIn: ['url'] },
  { host: 'duckduckgo.com', path: /^\/l\/?$/, targetIn: ['uddg'] },
  { host: 'bing.com', path: /^\/ck\/a$/, targetIn: [] },
  { host: 'vk.com', path: /^\/away\.php$/, targetIn: ['to'] },
  { host: 'medium.com', path: /^\/r\/$/, targetIn: ['url'] },
  { host: 'link.zhihu.com', targetIn: ['target'] },
  { host: 'steamcommunity.com', path: /^\/linkfilter\/?$/, targetIn: ['url', 'u'] },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, targetIn: ['url'] },
  // What the button “Share” copies: a number of its own for each sharer.
  { host: /^(?:www\.)?reddit\.com$/, path: /^\/(?:r|u|user)\/[^/]+\/s\/\w/, targetIn: [] },
  { host: /^urldefense\.(?:proofpoint\.)?com$/, targetIn: [] },
  ...[
    't.co',
    'bit.ly',
    'tinyurl.com',
    'lnkd.in',
    'buff.ly',
    'ow.ly',
    'is.gd',
    'goo.gl',
    'dub.sh',
    'hubs.ly',
    'hubs.la',
    'eepurl.com',
    'link.medium.com',
    'meetu.ps',
    'amzn.to',
    'ift.tt',
    'dlvr.it',
    'tiny.cc',
    'rb.gy',
    'cutt.ly',
    'rebrand.ly',
    'shorturl.at',
    'fb.me',
    'maps.app.goo.gl',
  ].map((host) => ({ host, targetIn: [] })),
];

/** Sites with a very short name that are no shorteners. */
export const SHORT_SITES: ReadonlySet<string> = new Set(
  'docs.rs lib.rs lu.ma ti.to t.me x.com dev.to wa.me v2ex.com app.rs rust.cc xkcd.com ko.fi ko-fi.com play.rs'.split(
    ' ',
  ),
);

export interface HostAlias {
  readonly host: string | RegExp;
  /** Only paths that begin like this. */
  readonly path?: string;
  /** What stands instead of the host (and of {@link path}). */
  readonly to: string;
  /** Issues before this date had no better name. */
  readonly since?: string;
}

/** Other names of a host, each with the one readers know (README: canonical links). */
export const HOST_ALIASES: readonly HostAlias[] = [
  { host: /^(?:(?:m|music)\.)?youtube\.com$/, to: 'www.youtube.com' },
  { host: /^(?:www\.)?lu\.ma$/, to: 'luma.com', since: '2025-07-01' },
  { host: /^(?:www\.|mobile\.)?twitter\.com$/, to: 'x.com', since: '2024-05-22' },
  { host: /^(?:(?:old|new|np|sh)\.)?reddit\.com$/, to: 'www.reddit.com' },
  { host: 'redd.it', path: '/', to: 'www.reddit.com/comments/' },
  { host: 'yewtu.be', to: 'www.youtube.com' },
  { host: 'nitter.net', to: 'x.com' },
  { host: 'scribe.rip', to: 'medium.com' },
  { host: 'dx.doi.org', to: 'doi.org' },
  { host: 'www.github.com', to: 'github.com' },
  { host: 'api.github.com', path: '/repos/', to: 'github.com/' },
];

/** First labels of hosts made for telephones; without them the address usually leads to the same page. */
export const MOBILE_HOST: RegExp =
  /^(?:m|mobile|amp)\.(?=[^.]+\.[^.]+)|(?<=^[a-z-]+\.)m\.(?=wikipedia\.org$)/;

/** Hosts whose pages are videos. */
export const VIDEO_HOSTS: readonly { readonly host: string; readonly path?: RegExp }[] = [
  { host: 'youtube.com', path: /^\/(?:watch|live\/|shorts\/|playlist|embed\/|v\/)/ },
  { host: 'youtu.be', path: /^\/[\w-]/ },
  { host: 'vimeo.com', path: /^\/(?:\d|video\/|showcase\/)/ },
  { host: 'bilibili.com', path: /^\/video\// },
  { host: 'media.ccc.de', path: /^\/(?:v|c)\// },
  { host: 'twitch.tv', path: /^\/videos\// },
  { host: 'tv.sapo.pt' },
  { host: 'odysee.com', path: /^\/@/ },
];

/** PeerTube runs under any name: `/w/` and its video's 22 letters, or the older `/videos/watch/`. */
export const PEERTUBE_PATH: RegExp = /^\/(?:w\/[A-Za-z0-9]{22}|videos\/watch\/[\w-]{20,})(?:\/|$)/;

/** Hosts of podcasts. */
export const AUDIO_HOSTS: readonly { readonly host: string; readonly path?: RegExp }[] = [
  { host: 'rustacean-station.org', path: /^\/episode\// },
  { host: 'corrode.dev', path: /^\/podcast\/./ },
  { host: 'netstack.fm' },
  { host: 'sdr-podcast.com', path: /^\/episodes?\// },
  { host: 'open.spotify.com', path: /^\/(?:episode|show)\// },
  { host: 'podcasts.apple.com' },
  { host: 'newrustacean.com', path: /^\/show_notes\// },
  { host: 'oxide-and-friends.transistor.fm', path: /^\/episodes\// },
];

/** A podcast's page on a site of its own, probably. */
export const PODCAST_PATH: RegExp = /\/(?:podcasts?|episodes?)\/[^/]+/i;

/** Sites where a reader may be asked to pay or to sign in (README, #4687). */
export const PAYWALLED_HOSTS: readonly string[] = [
  'medium.com',
  'lwn.net',
  'nytimes.com',
  'wsj.com',
  'ft.com',
  'bloomberg.com',
  'economist.com',
  'theinformation.com',
  'dl.acm.org',
  'ieeexplore.ieee.org',
  'sciencedirect.com',
  'link.springer.com',
];

/** Hosts of source code; `/owner/name` is a repository's root. */
export const FORGES: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'codeberg.org']);

/** The first path segments on a forge that are no owners. */
export const FORGE_PAGES: ReadonlySet<string> = new Set([
  'orgs',
  'topics',
  'advisories',
  'sponsors',
  'features',
  'about',
  'settings',
  'marketplace',
  'collections',
  'search',
  'login',
  'explore',
  'customer-stories',
  'readme',
  'security',
  'users',
]);

export interface SectionHint {
  /** Read after "Expected". */
  readonly what: string;
  readonly host?: string;
  readonly title?: RegExp;
  /** Where such items stand, the usual section first. */
  readonly sections: readonly string[];
}

/** What the address or the title of an item tells about its section (README). The first that fits counts. */
export const SECTION_HINTS: readonly SectionHint[] = [
  { what: 'a post of the Rust project', host: 'blog.rust-lang.org', sections: ['community/official'] },
  {
    what: 'a post of the Rust Foundation',
    host: 'rustfoundation.org',
    sections: ['community/foundation', 'community/official'],
  },
  {
    what: 'a post of the Rust Foundation',
    host: 'foundation.rust-lang.org',
    sections: ['community/foundation', 'community/official'],
  },
  { what: 'a paper', host: 'arxiv.org', sections: ['community/research'] },
  {
    what: 'a newsletter',
    title: /^(?:This (?:Month|Week|Quarter) in |The Embedded Rustacean Issue )/i,
    sections: ['community/newsletters', 'community/project-tooling', 'community/official'],
  },
];

/** Repositories of rust-lang whose items stand under a heading of their own, by the section of those headings. */
export const GROUPS_BY_REPOSITORY: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  project: new Map([
    ['cargo', 'project/cargo'],
    ['rust-clippy', 'project/clippy'],
    ['rust-analyzer', 'project/rust-analyzer'],
    ['rustfmt', 'project/rustfmt'],
  ]),
  fcp: new Map([
    ['rust', 'fcp/rust'],
    ['rfcs', 'fcp/rust-rfcs'],
    ['cargo', 'fcp/cargo'],
    ['compiler-team', 'fcp/compiler-team'],
    ['lang-team', 'fcp/language-team'],
    ['reference', 'fcp/language-reference'],
    ['leadership-council', 'fcp/leadership-council'],
    ['unsafe-code-guidelines', 'fcp/unsafe-code-guidelines'],
  ]),
};
