// Slips outside items and events: the first block, headings, fixed texts, the other sections.
const replace =
  (pattern, by) =>
  ({ text }) => {
    const changed = text.replace(pattern, by);
    return changed === text ? undefined : changed;
  };
const starts =
  (pattern) =>
  ({ text }) =>
    pattern.test(text);
const heading = ({ kind, text }) => kind === 'heading' && /^##? /.test(text);
const group = ({ kind, section, text }) =>
  kind === 'heading' && section === 'community' && /^### /.test(text);
const fcp = ({ section, kind, heading }) =>
  section === 'project' && kind === 'item' && /^\[(?:Rust|Cargo|Language|Compiler)/.test(heading);

export const otherSlips = [
  {
    name: 'front: number',
    at: starts(/^Number: /),
    to: replace(/\d+/, (number) => String(Number(number) + 1)),
  },
  {
    name: 'front: title',
    at: starts(/^Title: /),
    to: replace(/\d+$/, (number) => String(Number(number) - 1)),
  },
  {
    name: 'front: a Thursday',
    at: starts(/^Date: /),
    to: replace(/\d\d$/, (day) => String((Number(day) % 28) + 1).padStart(2, '0')),
  },
  { name: 'front: no category', at: starts(/^Category: /), to: () => [] },
  { name: 'front: a blank line', at: starts(/^Number: /), to: ({ text }) => [text, ''] },
  { name: 'front: no colon', at: starts(/^Number: /), to: replace(':', '') },
  { name: 'heading: no space', at: group, to: replace('### ', '###') },
  { name: 'heading: another level', at: group, to: replace('### ', '#### ') },
  { name: 'heading: main, another level', at: heading, to: replace('## ', '### ') },
  { name: 'heading: a colon', at: group, to: ({ text }) => `${text}:` },
  { name: 'heading: typed wrong', at: group, to: replace(/(\w{3})(\w)(\w)/, '$1$3$2') },
  { name: 'heading: main one lost', at: (line) => heading(line) && line.section !== 'front', to: () => [] },
  { name: 'heading: twice', at: group, to: ({ text }) => [text, '', text] },
  { name: 'heading: pasted text', at: heading, to: ({ text }) => `${text}an-rust/pulls` },
  {
    name: 'heading: no blank line above',
    at: (line, lines) => group(line) && lines[line.n - 1]?.kind === 'blank',
    to: ({ text }) => ({ before: 1, text }),
  },
  {
    name: 'heading: two blank lines above',
    at: (line, lines) => group(line) && lines[line.n - 1]?.kind === 'blank',
    to: ({ text }) => ['', text],
  },
  {
    name: 'list: right under text',
    at: (line, lines) => line.kind === 'heading' && lines[line.n + 1]?.kind === 'item',
    to: ({ text }) => [text, 'Some of these are worth reading.'],
  },
  {
    name: 'list: a comment with a space',
    at: (line, lines) => line.kind === 'heading' && lines[line.n + 1]?.kind === 'item',
    to: ({ text }) => [text, '<!-- The best ones -->  '],
  },
  {
    name: 'text: fixed word lost',
    at: starts(
      /^(?:Hello and welcome|Want to get involved|Always wanted to contribute|If you are a Rust|If you are running|Get a list of|Changes to Rust follow)/,
    ),
    to: replace(/(\w+ \w+ )(\w+) /, '$1'),
  },
  {
    name: 'text: pasted into fixed text',
    at: starts(/^(?:Please see the latest|If you are a Rust|Every week)/),
    to: ({ text }) => `${text} asdf`,
  },
  { name: 'text: merge marker', at: group, to: ({ text }) => ['<<<<<<< HEAD', text] },
  { name: 'text: a comment never closed', at: group, to: ({ text }) => [text, '<!-- to be written'] },
  {
    name: 'text: template variable',
    at: group,
    to: ({ text }) => [text, 'The issue of $twir_issue_date is out.'],
  },
  { name: 'placeholder: crate', at: starts(/^This week's crate is/), to: () => '<!-- COTW goes here -->' },
  {
    name: 'placeholder: quote',
    at: (line) => line.section === 'qotw' && /^> /.test(line.text),
    to: () => '<!-- QOTW goes here -->',
  },
  {
    name: 'placeholder: jobs',
    at: starts(/^Please see the latest/),
    to: replace(/\(https:[^)]+\)/, '(INSERT_LINK_HERE)'),
  },
  {
    name: 'placeholder: Reddit',
    at: starts(/Discuss on r\/rust/),
    to: replace(/\(https:[^)]+\)/, '(REDDIT_LINK_HERE)'),
  },
  {
    name: 'placeholder: form',
    at: group,
    to: ({ text }) => [text, '* [Your post](https://example.com/yourusername/your-post-url)'],
  },
  {
    name: 'crate: no full stop',
    at: starts(/^This week's crate is .*\.$/),
    to: ({ text }) => text.slice(0, -1),
  },
  {
    name: 'crate: cut',
    at: starts(/^This week's crate is .{60}/),
    to: ({ text }) => text.slice(0, text.indexOf(')') + 8),
  },
  {
    name: 'crate: no link',
    at: starts(/^This week's crate is \[/),
    to: replace(/\[([^\]]+)\]\([^)]+\)/, '$1'),
  },
  {
    name: 'crate: only a name',
    at: starts(/^This week's crate is \[/),
    to: replace(/\[([^\]]+)\]\([^)]+\)/, '[$1]($1)'),
  },
  {
    name: 'crate: no thanks',
    at: (line) => line.section === 'cotw' && /^Thanks to/.test(line.text),
    to: () => [],
  },
  {
    name: 'quote: a hyphen',
    at: (line) => line.section === 'qotw' && /^– /.test(line.text),
    to: ({ text }) => text.replace('–', '-'),
  },
  {
    name: 'quote: nobody named',
    at: (line) => line.section === 'qotw' && /^– /.test(line.text),
    to: () => [],
  },
  {
    name: 'quote: no >',
    at: (line, lines) =>
      line.section === 'qotw' &&
      /^> /.test(line.text) &&
      lines[line.n - 1]?.kind === 'blank' &&
      lines[line.n + 1]?.kind === 'blank',
    to: ({ text }) => text.slice(2),
  },
  {
    name: 'merged: last week',
    at: starts(/^\[merged\]: /),
    to: replace(
      /(merged(?:%3A|:))(\d{4}-\d\d-\d\d)/,
      (_, before, day) => before + new Date(Date.parse(day) - 7 * 86_400_000).toISOString().slice(0, 10),
    ),
  },
  { name: 'merged: no number', at: starts(/^\d+ pull requests were/), to: replace(/^\d+ /, '') },
  { name: 'merged: no definition', at: starts(/^\[merged\]: /), to: () => [] },
  {
    name: 'triage: another year',
    at: starts(/Full report here/),
    to: replace(/(\d{4})-(\d\d-\d\d)\.md/, (_, year, day) => `${Number(year) - 1}-${day}.md`),
  },
  { name: 'triage: no report', at: starts(/Full report here/), to: () => [] },
  {
    name: 'period: another address',
    at: fcp,
    to: ({ text }) => [text, text.replace(/\[([^\]]+)\]\(/, '[Something else](')],
  },
  { name: 'period: disposition', at: fcp, to: ({ text }) => `* [disposition: mrge] ${text.slice(2)}` },
  {
    name: 'period: a group without #',
    at: (line, lines) =>
      line.section === 'project' && /^##### \[/.test(line.text) && lines[line.n + 1]?.kind === 'item',
    to: replace('##### ', ''),
  },
  {
    name: 'period: none, and items',
    at: fcp,
    to: ({ text }) => [text, '* *No Items entered Final Comment Period this week.*'],
  },
  {
    name: 'period: of last week',
    at: fcp,
    to: ({ text }, { earlier, random }) => {
      const items = earlier.filter(fcp);
      return items.length > 0 ? [text, items[Math.floor(random() * items.length)].text] : undefined;
    },
  },
  { name: 'jobs: no link', at: starts(/^Please see the latest/), to: replace(/\[([^\]]+)\]\([^)]+\)/, '$1') },
  {
    name: 'Reddit: another issue',
    at: starts(/Discuss on r\/rust/),
    to: replace(/this_week_in_rust_(\d+)/, (_, number) => `this_week_in_rust_${Number(number) - 1}`),
  },
  {
    name: 'task: no project',
    at: ({ section, kind, text }) =>
      section === 'cfp' && kind === 'item' && / - /.test(text) && !text.includes('|'),
    to: replace(/\[[^\]]* - /, '['),
  },
  {
    name: 'task: a dash',
    at: ({ section, kind, text }) => section === 'cfp' && kind === 'item' && / - /.test(text),
    to: replace(' - ', ' – '),
  },
];
