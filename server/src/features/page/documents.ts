import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Issue } from '../../newsletter/issue/issue';
import { THEME_CLASSES } from '../../protocol/themes';
import { inlineStyles } from './inlineStyles';
import { NEWSLETTER_STYLE } from './newsletterStyle';
import { PageCache } from './pageCache';
import { renderWhole } from './pieces';
import { titleOf } from './preview';
import { SITE_STYLE } from './siteStyle';
import { darkSheet, type StyleRule, styleSheet } from './styleSheet';

const { site: SITE, email: NEWSLETTER } = THEME_CLASSES;

/** How an issue can be shown: as a page of the site, or as the mail. */
export type Theme = 'site' | 'email';

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** A date as the site's title row has it: `25 FEB 2026`. @param date `YYYY-MM-DD` */
export function siteDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** The address of an issue on the site; the site's own when the issue has no date yet. */
export function siteAddress({ date, frontMatter: { number } }: Issue): string {
  const site = 'https://this-week-in-rust.org/';
  if (!date || number === undefined) return site;
  return `${site}blog/${date.replaceAll('-', '/')}/this-week-in-rust-${number}/`;
}

/** Makes a whole document of an issue, for a file, a clipboard or a mail. Nothing in it runs. */
export function renderDocument(issue: Issue, theme: Theme, cache = new PageCache()): string {
  const { tree } = renderWhole(issue, cache, { lines: false, ownPage: true, placeholders: false });
  const content = tree.children as ElementContent[];
  return theme === 'site' ? siteDocument(issue, content) : emailDocument(issue, content);
}

function siteDocument(issue: Issue, content: ElementContent[]): string {
  const row = element('header', { className: ['title-row'] }, [
    ...(issue.date ? [element('time', { dateTime: issue.date }, [text(siteDate(issue.date))])] : []),
    element('h1', {}, [element('a', { href: siteAddress(issue) }, [text(titleOf(issue))])]),
  ]);
  const main = element('main', { className: ['page'] }, [
    row,
    element('article', { className: ['content'] }, content),
  ]);
  const style = `:root { color-scheme: light dark }\n${styleSheet(SITE_STYLE, SITE)}`;
  return toHtml(wholeDocument(titleOf(issue), style, element('body', { className: [SITE] }, [main])));
}

function emailDocument(issue: Issue, content: ElementContent[]): string {
  const { number } = issue.frontMatter;
  const facts = [
    ...(number === undefined ? [] : [`issue ${number}`]),
    ...(issue.date ? [siteDate(issue.date)] : []),
  ].join(' — ');
  const cell = (properties: Element['properties'], children: ElementContent[]) =>
    element('td', properties, children);
  // Programs that read mail know tables best.
  const table = element('table', { className: ['page'], align: 'center', role: 'presentation' }, [
    element('tbody', {}, [
      element('tr', { className: ['logo-line'] }, [
        cell({}, [element('span', { className: ['logo'] }, [text('This Week in Rust')])]),
        cell({ align: 'right' }, [element('span', { className: ['number'] }, [text(facts)])]),
      ]),
      element('tr', {}, [cell({ className: ['content'], colSpan: 2 }, content)]),
    ]),
  ]);
  const styles: readonly StyleRule[] = NEWSLETTER_STYLE;
  const style = `:root { color-scheme: light dark }\n${darkSheet(styles, NEWSLETTER)}`;
  const tree = wholeDocument(titleOf(issue), style, element('body', { className: [NEWSLETTER] }, [table]));
  inlineStyles(tree, styles, NEWSLETTER);
  return toHtml(tree);
}

function wholeDocument(title: string, style: string, body: Element): Root {
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }, []),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }, []),
    element('meta', { name: 'color-scheme', content: 'light dark' }, []),
    element('title', {}, [text(title)]),
    element('style', {}, [text(`\n${style}\n`)]),
  ]);
  const html = element('html', { lang: 'en' }, [text('\n'), head, text('\n'), body, text('\n')]);
  return { type: 'root', children: [{ type: 'doctype' }, text('\n'), html, text('\n')] };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}
