import type { Edit } from '../../text/edits';
import type { Range } from '../../text/sourceText';
import type { Fix } from '../rule';
import type { ItemLines } from './itemLines';
import type { Place } from './page';
import type { Verdict } from './verdict';

/** Where a verdict about an element is shown: at the address for what is said of one, else at the whole element. */
export function rangeOf({ kind, about }: Verdict, text: string, place: Place | undefined): Range {
  if (!place) return { start: 0, end: 0 };
  const whole = { start: place.start, end: place.end };
  const href = 'tag' in about ? about.tag.href : undefined;
  const ofAddress = ['scheme', 'tracking', 'simplify', 'duplicate', 'repository', 'crates-io'].includes(kind);
  return (ofAddress && href !== undefined && addressIn(text, place, href)) || firstLine(text, whole);
}

/** What satisfies CI. */
export function fixesOf(
  verdict: Verdict,
  at: Range,
  text: string,
  lines: ItemLines,
  place: Place | undefined,
): Fix[] {
  switch (verdict.kind) {
    case 'tracking':
    case 'simplify': {
      const href = 'tag' in verdict.about ? verdict.about.tag.href : undefined;
      const address = place && href !== undefined ? addressIn(text, place, href) : undefined;
      if (verdict.to === undefined || !address) return [];
      const { to } = verdict;
      return [
        { title: `Write the address as CI wants it: ${to}`, edits: () => [difference(text, address, to)] },
      ];
    }
    case 'duplicate':
    case 'closed':
    case 'item-empty': {
      const { start, end, isItem } = lines.around(at);
      return isItem ? [{ title: 'Delete this item', edits: () => [{ start, end, text: '' }] }] : [];
    }
    case 'backticks-odd':
    case 'backticks-empty':
      return backtickFix(text, at);
    case 'tag':
      return tagFix(text, at, lines, place);
    default:
      return [];
  }
}

/** Where the address of an element is written; undefined where it is written otherwise than it reads. */
function addressIn(text: string, place: Place, href: string): Range | undefined {
  const written = text.slice(place.address.start, place.address.end);
  for (const form of [href, href.replaceAll('&', '&amp;')]) {
    const found = form === '' ? -1 : written.lastIndexOf(form);
    if (found >= 0)
      return { start: place.address.start + found, end: place.address.start + found + form.length };
  }
  return undefined;
}

/** The edit that changes no more than it must. */
function difference(text: string, at: Range, to: string): Edit {
  const from = text.slice(at.start, at.end);
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (
    tail < from.length - head &&
    tail < to.length - head &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  )
    tail++;
  return { start: at.start + head, end: at.end - tail, text: to.slice(head, to.length - tail) };
}

function firstLine(text: string, { start, end }: Range): Range {
  const stop = text.slice(start, end).search(/[\r\n]/);
  return { start, end: stop < 0 ? end : start + stop };
}

/** Two backticks become one, or the last becomes a character reference, where that is all that is wrong. */
function backtickFix(text: string, at: Range): Fix[] {
  const written = text.slice(at.start, at.end);
  if (written.includes('```')) return [];
  const runs = [...written.matchAll(/`+/g)];
  const doubled = runs.filter(([run]) => run.length === 2);
  if (doubled.length > 0) {
    if (runs.length % 2 !== 0) return [];
    const edits = doubled.map(({ index }) => ({
      start: at.start + index,
      end: at.start + index + 1,
      text: '',
    }));
    return [{ title: 'Write one backtick for two', edits: () => edits }];
  }
  const last = { start: at.end - 1, end: at.end };
  const backslash = text[last.start - 1] === '\\' ? 1 : 0;
  return [
    {
      title: 'Write the last backtick as “&#96;”',
      edits: () => [{ start: last.start - backslash, end: last.end, text: '&#96;' }],
    },
  ];
}

/** A tag of the author's is shown as text; a heading of level 6 is raised. */
function tagFix(text: string, at: Range, lines: ItemLines, place: Place | undefined): Fix[] {
  if (place?.type === 'heading')
    return [
      {
        title: 'Make it a heading of level 5',
        edits: () => [{ start: at.start, end: at.start + 1, text: '' }],
      },
    ];
  const tag = /^<([a-zA-Z][^\s/>]*)/.exec(text.slice(at.start, at.end))?.[1];
  if (place?.type !== 'html' || tag === undefined) return [];
  const edits = () => {
    const end = lines.endTag(tag, at);
    const starts = end === undefined ? [at.start] : [at.start, end];
    return starts.map((start) => ({ start, end: start + 1, text: '&lt;' }));
  };
  return [{ title: `Show “<${tag}>” as text`, edits }];
}
