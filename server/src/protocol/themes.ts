/** The classes that the themes of a page stand under. */
export const THEME_CLASSES = { site: 'twir-site', email: 'twir-newsletter' } as const;
