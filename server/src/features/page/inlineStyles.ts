import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { declarations, type StyleRule, within } from './styleSheet';

/**
 * Writes a theme's light styles into the elements, because programs that read mail heed little else. Which elements a
 * selector means tells `hast-util-select`, on the tree that we have anyway: a tool that inlines into HTML text (juice,
 * css-inline) would bring a parser of its own, 0.5 to 1.4 MB, to read what we have just written.
 */
export function inlineStyles(tree: Root, rules: readonly StyleRule[], root: string): void {
  for (const { select, style } of rules) {
    if (/:(?:hover|focus|visited)/.test(select)) continue;
    const text = declarations(style, ([light]) => light);
    for (const element of selectAll(within(select, root), tree)) {
      const own = element.properties.style;
      element.properties.style = typeof own === 'string' ? `${own}; ${text}` : text;
    }
  }
}
