import { type ItemForm, indentEdit, itemForms } from '../newsletter/issue/listForm';
import type { Piece } from '../newsletter/issue/piece';
import { appendTo } from '../text/lists';
import { indexBefore } from '../text/sourceText';
import { definePieceRule, type Report, type Severity } from './rule';

const STEP = 4;
/** A series with its parts, whatever these are called; parts that say what they are. */
const SERIES = /^[ \t]*[*+-][ \t]+\[series\]/i;
const PART = /^[ \t]*[*+-][ \t]+\[(?:Part|Chapter|Episode|Day) \d/i;

/** docs/newsletter.md#nested-items */
export default definePieceRule({
  id: 'nested-list-indent',
  summary: 'A nested item is not indented by four spaces',
  why: 'The site nests an item only from four spaces on; with two or three it is beside the item it belongs to, and every event loses its title line (issues 610 and 611).',
  severity: 'error',
  fix: 'always',
  tags: ['changesSite', 'repair'],
  inTemplate: true,
  examples: [
    {
      title: 'two spaces',
      bad: '* [A feature](https://example.com/1)\n  * [Testing steps](https://example.com/2)\n',
      found: ['2:1-3 warning: A nested item needs 4 spaces before it; this one is indented by 2'],
      fixes: ['Indent by 4 spaces'],
      good: '* [A feature](https://example.com/1)\n    * [Testing steps](https://example.com/2)\n',
    },
    {
      title: 'a space before a bullet that is not nested',
      bad: '* [A post](https://example.com/1)\n * [Another](https://example.com/2)\n',
      found: ['2:1-2 info: This bullet belongs at the margin, and is indented by 1'],
      fixes: ['Remove the spaces'],
      good: '* [A post](https://example.com/1)\n* [Another](https://example.com/2)\n',
    },
    {
      title: 'a link of the community below another one',
      bad: '## Updates from Rust Community\n\n### Official\n* [A post](https://example.com/1)\n  * [Another](https://example.com/2)\n',
      found: ['5:1-3 info: This bullet belongs at the margin, and is indented by 2'],
      fixes: ['Remove the spaces'],
      good: '## Updates from Rust Community\n\n### Official\n* [A post](https://example.com/1)\n* [Another](https://example.com/2)\n',
    },
  ],
  check(piece, report, frame) {
    if (frame.reformatted) return;
    // Titles of events at the margin belong under their event line, whatever their indent says.
    const lineOfTitle = new Map(piece.events.map(({ lineNumber, title }) => [title?.lineNumber, lineNumber]));
    const wrong = itemForms(piece)
      .map((form): ItemForm => {
        const above = form.level === 0 ? lineOfTitle.get(form.line.number) : undefined;
        if (above !== undefined) return { line: form.line, level: 1, parent: piece.lines[above] };
        return isUnderLink(form, piece) ? { line: form.line, level: 0, parent: undefined } : form;
      })
      .filter(({ line, level }) => line.indent !== level * STEP);
    for (const group of grouped(wrong, piece)) report(reportOf(group, piece));
  },
});

/** Whether a link of the community stands below another one: nothing is nested there but the parts of a series. */
function isUnderLink({ line, parent }: ItemForm, piece: Piece): boolean {
  return (
    parent !== undefined &&
    isLinkItem(parent.start, piece) &&
    isLinkItem(line.start, piece) &&
    !SERIES.test(piece.source.slice(parent)) &&
    !PART.test(piece.source.slice(line))
  );
}

/** Whether the item that begins at an offset is a link of the community and nothing else. */
function isLinkItem(start: number, { communityItems }: Piece): boolean {
  const item = communityItems[indexBefore(communityItems, start)];
  return item?.start === start && item.links.length === 1 && item.links[0]!.end === item.content.end;
}

/** Lines of one section with the same slip are told of once: where one is wrong, all are. */
function grouped(wrong: readonly ItemForm[], piece: Piece): ItemForm[][] {
  const groups = new Map<string, ItemForm[]>();
  for (const form of wrong) {
    const { bullet, indent, start } = form.line;
    const key = `${piece.sectionAt(start)?.start} ${bullet} ${indent} ${form.level} ${severityOf(form, piece)}`;
    appendTo(groups, key, form);
  }
  return [...groups.values()];
}

function reportOf(group: readonly ItemForm[], piece: Piece): Report {
  const { line, level, parent } = group[0]!;
  const expected = level * STEP;
  const more = group.length > 1 ? `; so are ${group.length - 1} more in this section` : '';
  return {
    at:
      line.indent === 0 ? { start: line.first, end: line.first + 1 } : { start: line.start, end: line.first },
    severity: severityOf(group[0]!, piece),
    message:
      level === 0
        ? `This bullet belongs at the margin, and is indented by ${line.indent}${more}`
        : `A nested item needs ${expected} spaces before it; this one is indented by ${line.indent}${more}`,
    related: [
      ...(parent ? [{ start: parent.first, end: parent.end, message: 'The item it belongs to' }] : []),
      ...group
        .slice(1)
        .map(({ line }) => ({ start: line.first, end: line.end, message: 'Likewise', also: true })),
    ],
    fixes: [
      {
        title: level === 0 ? 'Remove the spaces' : `Indent by ${expected} spaces`,
        all: true,
        ...(group.length > 1 ? { places: group.length } : {}),
        edits: () => group.map(({ line }) => indentEdit(line, expected)),
      },
    ],
  };
}

/** What the site shows right all the same is no more than untidy. */
function severityOf({ line, level }: ItemForm, piece: Piece): Severity {
  if (line.depth === level) return 'info';
  // A title line that stands beside its event is not to be told from the next event; elsewhere the order helps.
  return piece.sectionAt(line.start)?.spec?.parent === 'events' ? 'error' : 'warning';
}
