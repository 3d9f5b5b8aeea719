import { indexBefore, type Range } from '../../text/sourceText';
import {
  REF_IS_A_BRANCH,
  TRACKING_ANYWHERE,
  TRACKING_BY_HOST,
  TRACKING_FAMILIES,
  type TrackingRow,
  VIDEO_TIME,
} from './hosts';
import { decode, isUnder, type Parameter, redirectorOf, type WebUrl } from './url';

/** Parameters that tell the site where a reader comes from and nothing else. Those of a redirector are left alone. */
export function trackingParameters(url: WebUrl): Parameter[] {
  if (url.parameters.length === 0 || redirectorOf(url)) return [];
  const found = url.parameters.filter((parameter) => {
    const name = parameter.name.toLowerCase();
    if (name === 'ref' && REF_IS_A_BRANCH.test(url.host)) return false;
    return (
      TRACKING_ANYWHERE.has(name) ||
      TRACKING_FAMILIES.some((family) => family.test(name)) ||
      listed(TRACKING_BY_HOST, url, parameter) ||
      namesReferrer(parameter)
    );
  });
  // The place in a list goes with the list.
  if (!found.some(({ name }) => name === 'list')) return found;
  const tracking = new Set(found);
  return url.parameters.filter((parameter) => tracking.has(parameter) || parameter.name === 'index');
}

/** Names of parameters that say where a reader comes from, on sites that have no better name for it. */
const REFERRER_NAME =
  /^(?:(?:[a-z]+[-_])?(?:source|src|medium|campaign|channel|referr?er)|via|from|origin|ref[-_]?id)$/;
/** Values that are places where links are shared. */
const REFERRER =
  /^(?:(?:www\.)?(?:twitter|x|t\.co|reddit|hacker[-_ ]?news|hn|linkedin|facebook|mastodon|bluesky|discord|telegram|slack|newsletter|e-?mail|rss|social|share|copy[-_]?link)(?:\.com)?(?:[-_](?:share|post|web|app))?)$/;
/** The newsletter itself, however it is written. */
const NEWSLETTER = /(?:^|[^a-z0-9])(?:twir|this[-_ .+]?week[-_ .+]?in[-_ .+]?rust)(?:[^a-z]|$)/;
/** What a page is about may be the newsletter. */
const SUBJECT =
  /^(?:q|query|search|s|k|term|keywords?|tags?|text|title|name|u|url|uri|id|v|p|page|list|label|author|user|topics?|categor(?:y|ies)|projects?|feed|newsletter|series)$/;

function namesReferrer({ name, value }: Parameter): boolean {
  const lower = name.toLowerCase();
  const decoded = decode(value ?? '').toLowerCase();
  return (
    (NEWSLETTER.test(decoded) && !SUBJECT.test(lower)) ||
    (REFERRER_NAME.test(lower) && REFERRER.test(decoded))
  );
}

/** `#:~:text=…`: the words that whoever copied the address had marked. @returns undefined without */
export function textFragment(url: WebUrl): Range | undefined {
  const directive = url.fragment?.indexOf(':~:') ?? -1;
  if (directive < 0) return undefined;
  const start = url.text.length - url.fragment!.length + directive;
  // The `#` goes too, where nothing else follows it.
  return { start: directive === 0 ? start - 1 : start, end: url.text.length };
}

/** Parts of a page that are not what it is about: its end, its beginning, or where its reader came from. */
const NEEDLESS_FRAGMENT =
  /^(?:comments?|disqus_thread|respond|comment-form|more|top|page-top|utm_[a-z]+=.*|xtor=.*)$/i;

/** `#comments`: a part of the page that whoever copied the address happened to be at. @returns undefined without */
export function needlessFragment({ fragment, text }: WebUrl): Range | undefined {
  return fragment !== undefined && NEEDLESS_FRAGMENT.test(fragment)
    ? { start: text.length - fragment.length - 1, end: text.length }
    : undefined;
}

/** The parameter that makes a video start somewhere else than at its beginning. */
export function videoTime(url: WebUrl): Parameter | undefined {
  return url.parameters.find((parameter) => listed(VIDEO_TIME, url, parameter));
}

function listed(rows: readonly TrackingRow[], url: WebUrl, { name, value }: Parameter): boolean {
  return rows.some(
    (row) =>
      row.names.includes(name.toLowerCase()) &&
      isUnder(url.host, row.host) &&
      (!row.value || row.value.test(value ?? '')) &&
      !row.except?.test(url.path),
  );
}

/** What to delete from an address to be rid of some parameters; the rest stays as it is. */
export function withoutParameters(
  { parameters, queryRange }: WebUrl,
  removed: readonly Parameter[],
): Range[] {
  const gone = new Set(removed);
  const kept = parameters.find((parameter) => !gone.has(parameter));
  if (!kept) return removed.length > 0 ? [queryRange] : [];
  return removed.map(({ start, end }) => {
    const place = indexBefore(parameters, start);
    // The `&` before goes with a parameter that follows a kept one, else the `&` behind.
    return kept.end <= start
      ? { start: parameters[place - 1]!.end, end }
      : { start, end: parameters[place + 1]?.start ?? queryRange.end };
  });
}
