import type { Element, ElementContent, Properties } from 'hast';
import type {
  Blockquote,
  Code,
  FootnoteReference,
  Heading,
  Html,
  Image,
  InlineCode,
  Link,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  Table,
  Text,
} from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { DefList, DefListDescription, DefListTerm } from '../data';
import { abbreviator } from './abbreviations';
import { expandTabs } from './escape';
import { type FootnoteContext, footnoteReference } from './footnotes';
import { type HeadingIds, slugify } from './heading-ids';
import { plainText } from './plain-text';

/** Where a link definition leads. */
export interface Target {
  readonly url: string;
  readonly title?: string | null | undefined;
}

/** What the handlers need to know of the whole issue. */
export interface HandlerContext extends FootnoteContext {
  /** Targets by label; of several definitions of a label the site takes the last. */
  readonly definitions: ReadonlyMap<string, Target>;
  /** What abbreviations stand for. */
  readonly abbreviations: ReadonlyMap<string, string>;
}

/** The handlers for `mdast-util-to-hast` that write the site's HTML. */
export function siteHandlers(context: HandlerContext): Handlers {
  const abbreviate = abbreviator(context.abbreviations);
  const reference = (node: { identifier: string }) => context.definitions.get(node.identifier);
  return {
    blockquote: (state: State, node: Blockquote) =>
      finish(state, node, element('blockquote', {}, blocks(state, node))),
    code: (state: State, node: Code) => finish(state, node, codeBlock(node)),
    abbrDefinition: () => undefined,
    definition: () => undefined,
    defList: (state: State, node: DefList) => finish(state, node, element('dl', {}, blocks(state, node))),
    defListDescription: (state: State, node: DefListDescription) =>
      finish(state, node, element('dd', {}, blocks(state, node))),
    defListTerm: (state: State, node: DefListTerm) => finish(state, node, element('dt', {}, state.all(node))),
    footnoteDefinition: () => undefined,
    footnoteReference: (state: State, node: FootnoteReference) => footnoteReference(state, node, context),
    heading: (state: State, node: Heading) => heading(state, node, context.headingIds),
    html: (state: State, node: Html) => finish(state, node, { type: 'raw', value: node.value }),
    image: (state: State, node: Image) => image(state, node, node),
    imageReference: (state: State, node: Image & { identifier: string }) =>
      image(state, node, reference(node)),
    inlineCode: (state: State, node: InlineCode) =>
      finish(state, node, element('code', {}, [{ type: 'text', value: node.value }])),
    link: (state: State, node: Link) => link(state, node, node),
    linkReference: (state: State, node: Link & { identifier: string }) => link(state, node, reference(node)),
    list: (state: State, node: List) =>
      finish(state, node, element(node.ordered ? 'ol' : 'ul', {}, blocks(state, node))),
    listItem: (state: State, node: ListItem) =>
      node.data?.loneContent
        ? blocks(state, node)
        : finish(state, node, element('li', {}, blocks(state, node))),
    paragraph,
    table,
    text: (state: State, node: Text, parent: Parents | undefined) =>
      // What an autolink shows is an address, not words.
      parent?.type === 'link' && parent.data?.autolink
        ? finish(state, node, { type: 'text', value: node.value })
        : abbreviate(node.value),
  };
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function finish(state: State, node: Nodes, result: ElementContent): ElementContent {
  state.patch(node, result);
  return state.applyData(node, result) as ElementContent;
}

function codeBlock(node: Code): Element {
  const code = element('code', {}, [{ type: 'text', value: `${expandTabs(node.value)}\n` }]);
  return element('div', { className: ['highlight'] }, [element('pre', {}, [element('span', {}, []), code])]);
}

function heading(state: State, node: Heading, ids: HeadingIds): ElementContent {
  const result = element(`h${node.depth}`, {}, []);
  state.patch(node, result);
  const applied = state.applyData(node, result) as Element;
  const given = applied.properties.id;
  const id = typeof given === 'string' ? ids.reserve(given) : ids.take(slugify(plainText(node)));
  applied.properties.id = id;
  applied.children = [element('a', { className: ['toclink'], href: `#${id}` }, state.all(node))];
  return applied;
}

function image(state: State, node: Image, target: Target | undefined): ElementContent {
  const properties: Properties = { alt: node.alt ?? '', src: target?.url ?? '' };
  if (target?.title) properties.title = target.title;
  return finish(state, node, element('img', properties, []));
}

function link(state: State, node: Link, target: Target | undefined): ElementContent {
  const properties: Properties = { href: target?.url ?? '' };
  if (target?.title) properties.title = target.title;
  return finish(state, node, element('a', properties, state.all(node)));
}

function paragraph(state: State, node: Paragraph): ElementContent | ElementContent[] {
  const children = state.all(node);
  if (node.data?.blanks) children.push({ type: 'text', value: node.data.blanks });
  return node.data?.bare ? children : finish(state, node, element('p', {}, children));
}

/**
 * Puts line ends where the site has them: in front of a first block and behind each one. They matter to a
 * browser where an author left an inline tag open.
 */
function blocks(
  state: State,
  node: Blockquote | DefList | DefListDescription | List | ListItem,
): ElementContent[] {
  const result: ElementContent[] = [];
  node.children.forEach((child, index) => {
    const content = state.one(child, node);
    if (!content) return;
    const isBare = child.type === 'paragraph' && child.data?.bare;
    if (!isBare && index === 0) result.push({ type: 'text', value: '\n' });
    for (const item of Array.isArray(content) ? content : [content]) result.push(item as ElementContent);
    if (!isBare) result.push({ type: 'text', value: '\n' });
  });
  return result;
}

function table(state: State, node: Table): ElementContent {
  const align = node.align ?? [];
  const row = (source: Table['children'][number] | undefined, tagName: 'td' | 'th') => {
    const cells = align.map((side, index) => {
      const cell = source?.children[index];
      const properties: Properties = source && side ? { style: `text-align: ${side};` } : {};
      const children = cell ? state.all(cell as Parents) : [];
      return element(tagName, properties, children as ElementContent[]);
    });
    return element('tr', {}, state.wrap(cells, true));
  };
  const [head, ...body] = node.children;
  // A table without rows has one empty row on the site.
  const rows = body.length > 0 ? body.map((source) => row(source, 'td')) : [row(undefined, 'td')];
  const parts = [
    element('thead', {}, state.wrap([row(head, 'th')], true)),
    element('tbody', {}, state.wrap(rows, true)),
  ];
  return finish(state, node, element('table', {}, state.wrap(parts, true)));
}
