import type { Issue } from '../../newsletter/issue/issue';
import { wholeItem } from '../../newsletter/links/links';
import { findBlanks } from '../../newsletter/placeholders/blanks';
import { noneSentencesOf, realItems } from '../../newsletter/sections/noneSentences';
import type { Section } from '../../newsletter/sections/sections';
import type { Edit } from '../../text/edits';
import { removeBlock } from '../../text/lines';
import type { Range } from '../../text/sourceText';
import { insertItem } from '../submit/submit';

/** Whether a section is a list that items are added to. */
export function isList(key: string): boolean {
  return /^(?:community|cfp|project)\/|^cfp$/.test(key);
}

/** An item of a list, in house style. */
interface ListItem {
  readonly start: number;
  readonly key: string;
  readonly text: string;
  /** Of its first link. */
  readonly title: string;
}

/** The items of a section that have links. */
export function itemsOf(source: Issue, section: Section): ListItem[] {
  return realItems(section, noneSentencesOf(source)).flatMap((item) => {
    const link = item.links[0];
    if (!link) return [];
    const text = source.source
      .slice(wholeItem(source, item))
      .trimEnd()
      .replace(/^[ \t]*[*+-][ \t]+/, '* ');
    return [{ start: item.start, key: source.keys.link(link.url), text, title: link.text }];
  });
}

/** Items of which a fill wrote no more than the form: neither title nor address has been filled in. */
function openItems(issue: Issue, section: Section): Range[] {
  const blanks = findBlanks(issue);
  return section.items.flatMap((item) => {
    const [link] = item.links;
    const open = blanks.some(
      ({ start, end }) => start === link?.textRange.start && end === link.urlRange.end,
    );
    const { start, end } = wholeItem(issue, item);
    return open ? [{ start, end: start + issue.source.slice({ start, end }).trimEnd().length }] : [];
  });
}

/**
 * Adds items to a list: in the place of items that nobody has filled in, else behind those that are there, else in the
 * place of the placeholder or of the sentence that says there are none.
 *
 * @param items that are not in the issue, one at least
 */
export function addItems(issue: Issue, key: string, items: readonly string[]): Edit[] {
  const { source } = issue;
  const section = issue.sectionsOf(key)[0];
  const text = items.join('\n');
  if (!section) return [insertItem(issue, key, text)];
  const inside = ({ start }: { start: number }) => start >= section.body.start && start < section.body.end;
  const sentences = noneSentencesOf(issue).filter((sentence) => sentence.section === section);
  const placeholders = issue.placeholders.filter(
    (placeholder) => placeholder.spec.form === 'comment' && inside(placeholder),
  );
  const open = openItems(issue, section);
  const gone = [...placeholders, ...sentences].sort((a, b) => a.start - b.start);
  const [place, ...more] = open;
  if (place)
    return [{ ...place, text }, ...[...more, ...gone].map((range) => removeBlock(source, range))].sort(
      (a, b) => a.start - b.start,
    );
  const [first, ...others] = gone;
  if (!first || realItems(section, noneSentencesOf(issue)).length > 0)
    return [...gone.map((range) => removeBlock(source, range)), insertItem(issue, key, text)];
  // A list directly under a comment that ends in a blank would be none (docs/newsletter.md).
  return [{ start: first.start, end: first.end, text }, ...others.map((range) => removeBlock(source, range))];
}
