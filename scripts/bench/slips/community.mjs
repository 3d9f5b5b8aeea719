// Slips in items of the community section, and in titles anywhere.
const item = ({ section, kind }) => section === 'community' && kind === 'item';
const titled = ({ kind }) => kind === 'item' || kind === 'title';
/** Changes the title or the address of a line's last link. */
const inLink =
  (change) =>
  ({ text }, tools) => {
    const match = /^(.*\[)([^[\]]+)(\]\()([^()\s]+)(\).*)$/.exec(text);
    if (!match) return undefined;
    const [, before, title, between, url, after] = match;
    const changed = change({ title, url }, tools);
    return (
      changed &&
      before +
        (changed.title ?? title) +
        (changed.between ?? between) +
        (changed.url ?? url) +
        (changed.after ?? after)
    );
  };
const inTitle = (change) =>
  inLink(({ title }, tools) => {
    const changed = change(title, tools);
    return changed === undefined || changed === title ? undefined : { title: changed };
  });
const inUrl = (change) =>
  inLink(({ url }, tools) => {
    const changed = change(url, tools);
    return changed === undefined || changed === url ? undefined : { url: changed };
  });
/** A word of a title that many issues have. */
const USUAL = [
  'compiler',
  'library',
  'language',
  'release',
  'performance',
  'programming',
  'project',
  'update',
  'development',
  'meetup',
  'community',
  'version',
  'support',
  'function',
  'building',
  'writing',
  'introduction',
];
const inUsualWord = (change) =>
  inTitle((title) => {
    const word = USUAL.find((usual) => new RegExp(`\\b${usual}\\b`, 'i').test(title));
    return word && title.replace(new RegExp(`\\b${word}\\b`, 'i'), change);
  });

export const communitySlips = [
  { name: 'item: no bullet', at: item, to: ({ text }) => text.slice(2) },
  { name: 'item: a dash for a bullet', at: item, to: ({ text }) => `-${text.slice(1)}` },
  { name: 'item: no space after the bullet', at: item, to: ({ text }) => `*${text.slice(2)}` },
  { name: 'item: two bullets', at: item, to: ({ text }) => `* ${text}` },
  {
    name: 'item: indented by 4',
    at: (line, lines) => item(line) && lines[line.n - 1]?.kind === 'heading',
    to: ({ text }) => `    ${text}`,
  },
  { name: 'item: twice', at: item, to: ({ text }) => [text, text] },
  {
    name: 'item: twice, another title',
    at: item,
    to: (line) => [line.text, inTitle((title) => `${title} again`)(line)],
  },
  {
    name: 'item: twice, with a slash',
    at: item,
    to: (line) =>
      [line.text, inUrl((url) => (/[?#]|\/$/.test(url) ? undefined : `${url}/`))(line)].every(Boolean)
        ? [line.text, inUrl((url) => `${url}/`)(line)]
        : undefined,
  },
  {
    name: 'item: of the issue before',
    at: item,
    to: ({ text }, { earlier, random }) => {
      const items = earlier.filter(item);
      return items.length > 0 ? [text, items[Math.floor(random() * items.length)].text] : undefined;
    },
  },
  {
    name: 'item: two on one line',
    at: (line, lines) => item(line) && lines[line.n + 1]?.kind === 'item',
    to: ({ text }) => `${text} ${text.replace(/\]\(/, ' II](').replace(/\)$/, '/2)')}`,
  },
  {
    name: 'item: a blank line in the list',
    at: (line, lines) =>
      item(line) && lines[line.n - 1]?.kind === 'item' && lines[line.n + 1]?.kind === 'item',
    to: ({ text }) => [text, ''],
  },
  {
    name: 'item: a description',
    at: item,
    to: ({ text }) => `${text} - a tool that makes everything faster`,
  },
  { name: 'item: a remark', at: item, to: ({ text }) => `${text} (with examples)` },
  { name: 'item: a comma at the end', at: item, to: ({ text }) => `${text},` },
  { name: 'item: a letter at the end', at: item, to: ({ text }) => `${text}s` },
  { name: 'item: blanks at the end', at: item, to: ({ text }) => `${text}  ` },
  {
    name: 'item: without its link',
    at: item,
    to: ({ text }) => text.replace(/\[([^[\]]+)\]\([^()\s]+\)$/, '$1'),
  },
  {
    name: 'item: a bare address',
    at: item,
    to: ({ text }) => text.replace(/\[[^[\]]+\]\(([^()\s]+)\)$/, '$1'),
  },
  { name: 'link: a space between', at: titled, to: inLink(() => ({ between: '] (' })) },
  {
    name: 'link: ) is missing',
    at: titled,
    to: ({ text }) => (text.endsWith(')') ? text.slice(0, -1) : undefined),
  },
  { name: 'link: ] is missing', at: item, to: inLink(() => ({ between: '(' })) },
  { name: 'link: [ is missing', at: item, to: ({ text }) => text.replace(/\[(?=[^[\]]+\]\([^()]*\)$)/, '') },
  { name: 'link: ( twice', at: titled, to: inLink(() => ({ between: ']((' })) },
  { name: 'link: ) twice', at: titled, to: ({ text }) => (text.endsWith(')') ? `${text})` : undefined) },
  {
    name: 'link: swapped',
    at: item,
    to: ({ text }) => text.replace(/\[([^[\]]+)\]\(([^()\s]+)\)$/, '[$2]($1)'),
  },
  {
    name: 'link: swapped brackets',
    at: item,
    to: ({ text }) => text.replace(/\[([^[\]]+)\]\(([^()\s]+)\)$/, '($1)[$2]'),
  },
  { name: 'link: on two lines', at: item, to: ({ text }) => text.split(/(?<=\])(?=\()/) },
  { name: 'link: a blank before the title', at: item, to: inTitle((title) => ` ${title}`) },
  {
    name: 'link: a blank after the title',
    at: titled,
    to: inTitle((title) => (title.endsWith('*') ? title.replace(/\*\*$/, ' **') : `${title} `)),
  },
  { name: 'link: no title', at: item, to: ({ text }) => text.replace(/\[[^[\]]+\](?=\([^()]*\)$)/, '[]') },
  { name: 'link: no address', at: item, to: inLink(() => ({ url: '' })) },
  { name: 'address: no scheme', at: titled, to: inUrl((url) => url.replace(/^https?:\/\//, '')) },
  { name: 'address: hhttps', at: titled, to: inUrl((url) => `h${url}`) },
  { name: 'address: https//', at: titled, to: inUrl((url) => url.replace('://', '//')) },
  { name: 'address: twice', at: item, to: inUrl((url) => url + url) },
  { name: 'address: two slashes', at: item, to: inUrl((url) => url.replace(/(?<=[\w-])\/(?=[\w-])/, '//')) },
  {
    name: 'address: a space in it',
    at: item,
    to: inUrl((url) => (/[\w-]{3}\/[\w-]{3}/.test(url) ? url.replace(/(?<=\/[\w-]+)-/, ' ') : undefined)),
  },
  {
    name: 'address: utm parameters',
    at: titled,
    to: inUrl((url) => (/[?#]/.test(url) ? undefined : `${url}?utm_source=twir&utm_medium=email`)),
  },
  {
    name: 'address: fbclid',
    at: titled,
    to: inUrl((url) => (/[?#]/.test(url) ? undefined : `${url}?fbclid=IwAR0`)),
  },
  {
    name: 'address: ref=',
    at: item,
    to: inUrl((url) => (/[?#]/.test(url) ? undefined : `${url}?ref=thisweekinrust`)),
  },
  {
    name: 'address: marked words',
    at: item,
    to: inUrl((url) => (/[?#]/.test(url) ? undefined : `${url}#:~:text=some%20words`)),
  },
  { name: 'address: a short one', at: item, to: inUrl(() => 'https://bit.ly/3xYzAbC') },
  {
    name: 'address: of a mail',
    at: item,
    to: inUrl((url) => `https://www.google.com/url?q=${encodeURIComponent(url)}`),
  },
  {
    name: 'address: a mobile page',
    at: item,
    to: inUrl((url) => url.replace('https://www.youtube.com', 'https://m.youtube.com')),
  },
  {
    name: 'address: of a repository',
    at: item,
    to: inUrl(() => 'https://github.com/example-owner/example-repo'),
  },
  { name: 'address: on crates.io', at: item, to: inUrl(() => 'https://crates.io/crates/example-crate') },
  { name: 'address: a quote at the end', at: item, to: inUrl((url) => `${url}"`) },
  {
    name: 'title: typed wrong, swapped',
    at: titled,
    to: inUsualWord((word) => word.slice(0, 2) + word[3] + word[2] + word.slice(4)),
  },
  {
    name: 'title: typed wrong, missing',
    at: titled,
    to: inUsualWord((word) => word.slice(0, 3) + word.slice(4)),
  },
  {
    name: 'title: typed wrong, twice',
    at: titled,
    to: inUsualWord((word) => word.slice(0, 4) + word[3] + word.slice(4)),
  },
  {
    name: 'title: a word twice',
    at: item,
    to: inTitle((title) => title.replace(/\b(a|the|in|of|for|with|to|and)\b/, '$1 $1')),
  },
  {
    name: 'title: cut',
    at: item,
    to: inTitle((title) =>
      title.length > 72 && !title.includes('`') ? `${title.slice(0, 67)}...` : undefined,
    ),
  },
  {
    name: 'title: with the site',
    at: item,
    to: inLink(({ title, url }) => {
      const name = /^https:\/\/(?:www\.)?([a-z]{4,})\.[a-z]+\/./.exec(url)?.[1];
      return name ? { title: `${title} | ${name[0].toUpperCase()}${name.slice(1)}` } : undefined;
    }),
  },
  {
    name: 'title: twenty words',
    at: item,
    to: inTitle(
      () =>
        'A very fast and also very small new library for all who like to write their programs in many ways',
    ),
  },
  { name: 'title: generic', at: item, to: inTitle(() => 'Release notes') },
  { name: 'title: an address', at: item, to: inLink(({ url }) => ({ title: url })) },
  {
    name: 'title: half a code span',
    at: titled,
    to: inTitle((title) => (title.includes('`') ? title.replace('`', '') : title.replace(/(\w+)\b/, '`$1'))),
  },
  {
    name: 'title: an accent for a backtick',
    at: titled,
    to: inTitle((title) => (/`[^`]+`/.test(title) ? title.replace(/`([^`]+)`/, '´$1´') : undefined)),
  },
  { name: 'title: a generic type', at: item, to: inTitle((title) => `${title} with Vec<T>`) },
  { name: 'title: half a bold one', at: item, to: inTitle((title) => `**${title}`) },
  { name: 'title: wrong encoding', at: titled, to: inTitle((title) => `${title} cafÃ©`) },
  { name: 'title: nothing to see', at: titled, to: inTitle((title) => title.replace(' ', ' \u200b')) },
  { name: 'title: a hard space', at: titled, to: inTitle((title) => title.replace(' ', '\u00a0')) },
  { name: 'title: a control character', at: titled, to: inTitle((title) => title.replace(' ', '\u000b')) },
  { name: 'title: two blanks', at: item, to: inTitle((title) => title.replace(' ', '  ')) },
  { name: 'title: an escaped bracket', at: item, to: inTitle((title) => `${title} for Vec\\<T\\>`) },
  {
    name: 'marker: capitals',
    at: item,
    to: ({ text }) =>
      /\[(?:video|audio)\]/.test(text)
        ? text.replace('[video]', '[Video]').replace('[audio]', '[Audio]')
        : undefined,
  },
  {
    name: 'marker: in parentheses',
    at: item,
    to: ({ text }) => (text.includes('[video]') ? text.replace('[video]', '(video)') : undefined),
  },
  {
    name: 'marker: after the link',
    at: item,
    to: ({ text }) => (/^\* \[video\] /.test(text) ? `${text.replace('[video] ', '')} [video]` : undefined),
  },
  {
    name: 'marker: in the title',
    at: item,
    to: ({ text }) => (/^\* \[video\] \[/.test(text) ? text.replace('[video] [', '[[video] ') : undefined),
  },
  {
    name: 'marker: missing',
    at: item,
    to: ({ text }) => (/^\* \[video\] .*youtube/.test(text) ? text.replace('[video] ', '') : undefined),
  },
  { name: 'marker: a language', at: item, to: ({ text }) => `* [Chinese] ${text.slice(2)}` },
  {
    name: 'marker: no space after it',
    at: item,
    to: ({ text }) => (text.startsWith('* [video] ') ? text.replace('[video] ', '[video]') : undefined),
  },
];
