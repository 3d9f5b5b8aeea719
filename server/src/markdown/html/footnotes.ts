import type { Element, ElementContent, RootContent, Text } from 'hast';
import type { FootnoteReference } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { type HeadingIds, referenceId } from './heading-ids';

/** What footnotes need to know of the whole issue. */
export interface FootnoteContext {
  /** Numbers of the footnotes by name. */
  readonly footnotes: ReadonlyMap<string, number>;
  /** Ids in use; those of the headings and references that are seen are added. */
  readonly headingIds: HeadingIds;
}

/** A number that leads to the footnote; the text itself where its name differs from the footnote's in upper case. */
export function footnoteReference(
  state: State,
  node: FootnoteReference,
  { footnotes, headingIds }: FootnoteContext,
): ElementContent {
  const name = node.label ?? '';
  const number = footnotes.get(name);
  if (number === undefined) return { type: 'text', value: `[^${name}]` };
  const properties = { className: ['footnote-ref'], href: `#fn:${name}` };
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties,
    children: [{ type: 'text', value: String(number) }],
  };
  const result: Element = {
    type: 'element',
    tagName: 'sup',
    properties: { id: headingIds.reference(name) },
    children: [link],
  };
  state.patch(node, result);
  return result;
}

/** The block at the end of the article. @param ids have counted all references to the footnotes */
export function footnotesToHast(
  notes: readonly { readonly name: string; readonly content: readonly RootContent[] }[],
  ids: HeadingIds,
): Element {
  const items = notes.map(({ name, content }, index) =>
    element(
      'li',
      { id: `fn:${name}` },
      withBackLinks([...content] as ElementContent[], name, index + 1, ids),
    ),
  );
  const list = element('ol', {}, lines(items));
  return element('div', { className: ['footnote'] }, lines([element('hr', {}, []), list]));
}

/** One link back for each reference; at least one, at the end of the last paragraph or in one of its own. */
function withBackLinks(
  content: ElementContent[],
  name: string,
  number: number,
  ids: HeadingIds,
): ElementContent[] {
  const links = Array.from({ length: Math.max(1, ids.referencesTo(name)) }, (_, index) =>
    element(
      'a',
      {
        className: ['footnote-backref'],
        href: `#${referenceId(name, index + 1)}`,
        title: `Jump back to footnote ${number} in the text`,
      },
      [text('↩')],
    ),
  );
  const last = content.findLast((node) => node.type === 'element' || node.type === 'raw');
  if (last?.type === 'element' && last.tagName === 'p') {
    last.children.push(text('\u00a0'), ...links);
    return [text('\n'), ...content, text('\n')];
  }
  return [text('\n'), ...content, text('\n'), element('p', {}, links), text('\n')];
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): Text {
  return { type: 'text', value };
}

function lines(elements: readonly Element[]): ElementContent[] {
  return [text('\n'), ...elements.flatMap((each) => [each, text('\n')])];
}
