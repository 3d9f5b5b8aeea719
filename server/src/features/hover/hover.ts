import type { ArchiveView } from '../../newsletter/archive/view';
import { pieceAround } from '../../newsletter/issue/around';
import { daysBetween, issueNumberOf, weekday } from '../../newsletter/issue/date';
import type { Issue } from '../../newsletter/issue/issue';
import type { IssuePart } from '../../newsletter/issue/part';
import { groupKey, linkKey } from '../../newsletter/links/keys';
import { PLACEHOLDER_HELP } from '../../newsletter/placeholders/help';
import { ruleById } from '../../rules/index';
import type { Finding } from '../../rules/rule';
import { inMarkdown } from '../../text/harmless';
import { type Range, shifted, touches } from '../../text/sourceText';
import { headings, markers, places } from './words';

/** Something to tell about a piece of the text. */
export interface Hover extends Range {
  readonly markdown: string;
}

export interface HoverRequest {
  readonly issue: Issue;
  /** Those that touch the offset, in order; others are left alone. */
  readonly findings: readonly Pick<Finding, 'rule' | 'at'>[];
  readonly offset: number;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  readonly archive: ArchiveView | undefined;
  /** Where a rule is explained. */
  readonly rulePage: (id: string) => string | undefined;
}

/**
 * What there is to know about a place: dates, countries, markers, headings, earlier issues and placeholders, then the
 * rules that found something there.
 */
export function hover(request: HoverRequest): Hover | undefined {
  const { issue, offset } = request;
  const { piece, start } = pieceAround(issue, offset);
  const asked: Asked = { ...request, part: piece, at: offset - start };
  const here = [
    ...dates(asked),
    ...places(piece, asked.at),
    ...markers(piece, asked.at),
    ...headings(piece, asked.at),
    ...history(asked),
    ...placeholders(asked),
  ];
  const parts: Hover[] = [
    ...here.map((one) => ({ ...one, ...shifted(one, start) })),
    ...ownDate(request),
    ...rules(request),
  ];
  const [first] = parts;
  return first && { ...first, markdown: parts.map(({ markdown }) => markdown).join('\n\n---\n\n') };
}

/** What is asked of the piece around the place, in its offsets. */
interface Asked extends Pick<HoverRequest, 'today' | 'archive'> {
  readonly part: IssuePart;
  readonly at: number;
}

function* dates({ part, at, today }: Asked): Iterable<Hover> {
  for (const { dates } of part.events) {
    if (!dates.valid || !touches(dates, at)) continue;
    const { first, last, start, end } = dates;
    const days = first === last ? weekday(first) : `${weekday(first)} to ${weekday(last)}`;
    yield { start, end, markdown: `${days}, ${distance(today, first)}${outside(part, first, last)}` };
  }
}

/** The date of the issue itself, in the front matter. */
function* ownDate({ issue, offset, today }: HoverRequest): Iterable<Hover> {
  const date = issue.frontMatter.fields.find(({ key }) => key === 'Date');
  if (date && issue.frontMatter.date && touches(date.valueRange, offset)) {
    const number = issueNumberOf(issue.frontMatter.date);
    const named = number === undefined ? '' : `, issue ${number}`;
    const day = weekday(issue.frontMatter.date);
    yield { ...date.valueRange, markdown: `${day}, ${distance(today, issue.frontMatter.date)}${named}` };
  }
}

/** `in 14 days` */
function distance(today: string, date: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

function outside({ window }: IssuePart, first: string, last: string): string {
  if (!window) return '';
  if (last < window.first) return `. Before this issue, which lists events from ${window.first} on`;
  if (first > window.last) return `. After the window of this issue, which ends on ${window.last}`;
  return '';
}

/** When a link or a group appeared before. */
function* history({ part, at, archive }: Asked): Iterable<Hover> {
  const link = part.links.find((link) => touches(link, at));
  if (!archive || !link || link.kind === 'reference') return;
  const { start, end } = link;
  const earlier = archive.earlierLinks(linkKey(link.url))[0];
  if (earlier)
    yield { start, end, markdown: `Appeared in the issue of ${earlier.date}: ${inMarkdown(earlier.title)}` };
  if (!part.events.some(({ organisers }) => organisers.includes(link))) return;
  const group = archive.organiser(groupKey(link.url));
  if (!group) return;
  const events = group.uses === 1 ? 'One event' : `${group.uses} events`;
  const place = group.locations[0]?.value;
  const usual = place ? `, mostly ${inMarkdown(place)}` : '';
  yield { start, end, markdown: `${events} in earlier issues, the latest on ${group.lastSeen}${usual}` };
}

function* placeholders({ part, at }: Asked): Iterable<Hover> {
  for (const { spec, start, end } of part.placeholders) {
    const help = PLACEHOLDER_HELP[spec.id];
    if (help && touches({ start, end }, at)) yield { start, end, markdown: `**Placeholder.** ${help}` };
  }
}

function* rules({ findings, offset, rulePage }: HoverRequest): Iterable<Hover> {
  const seen = new Set<string>();
  for (const { rule: id, at } of findings) {
    const rule = ruleById(id);
    if (!rule || seen.has(id) || !touches(at, offset)) continue;
    seen.add(id);
    const page = rulePage(id);
    const name = page === undefined ? `\`${id}\`` : `[\`${id}\`](${page})`;
    yield { ...at, markdown: `${name}: ${rule.summary}. ${rule.why}` };
  }
}
