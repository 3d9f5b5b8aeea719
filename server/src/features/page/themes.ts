import { THEME_CLASSES } from '../../protocol/themes';
import { NEWSLETTER_STYLE } from './newsletterStyle';
import { SITE_STYLE } from './siteStyle';
import { styleSheet } from './styleSheet';

/** Every theme, for a page that can change between them. */
export function themeSheet(): string {
  return [styleSheet(SITE_STYLE, THEME_CLASSES.site), styleSheet(NEWSLETTER_STYLE, THEME_CLASSES.email)].join(
    '\n',
  );
}
