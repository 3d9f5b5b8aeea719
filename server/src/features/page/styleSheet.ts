/** A value, or one for light and one for dark surroundings. */
export type StyleValue = string | readonly [light: string, dark: string];

/** What a theme says of some elements. Later rules win, so a theme begins with the general ones. */
export interface StyleRule {
  /** A selector below the theme's root; empty for the root itself. */
  readonly select: string;
  readonly style: Readonly<Record<string, StyleValue>>;
}

/** A theme as a style sheet in which `color-scheme` decides between light and dark. @param root a class name */
export function styleSheet(rules: readonly StyleRule[], root: string): string {
  return rules
    .map(
      ({ select, style }) =>
        `${within(select, root)} { ${declarations(style, (v) => `light-dark(${v.join(', ')})`)} }`,
    )
    .join('\n');
}

/** What changes in the dark, for programs that read mail: styles in elements are light and must be overruled. */
export function darkSheet(rules: readonly StyleRule[], root: string): string {
  const dark = rules.flatMap(({ select, style }) => {
    const changes = Object.entries(style).filter(([, value]) => typeof value !== 'string');
    if (changes.length === 0) return [];
    return `${within(select, root)} { ${changes.map(([name, value]) => `${name}: ${value[1]} !important`).join('; ')} }`;
  });
  return `@media (prefers-color-scheme: dark) {\n${dark.join('\n')}\n}`;
}

/** A selector below a theme's root. */
export function within(select: string, root: string): string {
  return select
    .split(',')
    .map((part) => `.${root} ${part.trim()}`.trim())
    .join(', ');
}

/** A rule's declarations, with light or dark values, or both. */
export function declarations(
  style: StyleRule['style'],
  choose: (value: readonly [light: string, dark: string]) => string,
): string {
  return Object.entries(style)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : choose(value)}`)
    .join('; ');
}
