import type { Issue } from '../../newsletter/issue/issue';
import type { Item } from '../../newsletter/issue/items';
import { contains, type Range, touches } from '../../text/sourceText';

/** What holds an offset, the smallest first, each within the next: a link's text, the item, the section, the issue. */
export function selectionsAt(issue: Issue, offset: number): Range[] {
  const { source, frontMatter } = issue;
  const holding: Range[] = [];
  const add = (...ranges: readonly Range[]) => {
    for (const { start, end } of ranges)
      if (start < end && touches({ start, end }, offset)) holding.push({ start, end });
  };
  const addItems = (items: readonly Item[]) => {
    for (const item of items.filter((one) => touches(one, offset))) {
      add(item.content, ...item.markers, trimmed(issue, item));
      addItems(item.children);
    }
  };
  add(frontMatter.range, ...frontMatter.fields.map(({ valueRange }) => valueRange));
  for (const link of issue.links) if (touches(link, offset)) add(link.textRange, link.urlRange, link);
  for (const event of issue.events.filter((one) => touches(one, offset)))
    add(event.dates, event.locationRange, event.head, ...(event.title ? [event.title.content] : []), event);
  addItems(issue.items);
  for (const block of issue.blocks) add(block);
  for (const section of issue.sections.filter((one) => touches(one, offset)))
    add(section.heading.content, section.heading, trimmed(issue, section.body), trimmed(issue, section));
  add({ start: 0, end: source.text.length });
  const nested: Range[] = [];
  for (const range of holding.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = nested.at(-1);
    if (!inner || (contains(range, inner) && range.end - range.start > inner.end - inner.start))
      nested.push(range);
  }
  return nested;
}

/** Without the white space around it. */
function trimmed({ source }: Issue, range: Range): Range {
  const text = source.slice(range);
  const start = range.start + (text.length - text.trimStart().length);
  return { start, end: Math.max(start, range.start + text.trimEnd().length) };
}
