// Slips in events.
const event = ({ section, kind }) => section === 'events' && kind === 'event';
const title = ({ section, kind }) => section === 'events' && kind === 'title';
/** An event with its title below. */
const whole = (line, lines) => event(line) && lines[line.n + 1]?.kind === 'title';
const replace =
  (pattern, by) =>
  ({ text }) => {
    const changed = text.replace(pattern, by);
    return changed === text ? undefined : changed;
  };
const below = ({ n }, lines) => lines[n + 1].text;
const plusDays = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

export const eventSlips = [
  { name: 'date: another year', at: event, to: replace(/^\* (\d{4})/, (_, year) => `* ${Number(year) - 1}`) },
  { name: 'date: no such day', at: event, to: replace(/^(\* \d{4}-)\d\d-\d\d/, '$102-30') },
  {
    name: 'date: month and day swapped',
    at: event,
    to: ({ text }) => {
      const [, year, month, day] = /^\* (\d{4})-(\d\d)-(\d\d)/.exec(text);
      return month === day ? undefined : text.replace(`${year}-${month}-${day}`, `${year}-${day}-${month}`);
    },
  },
  { name: 'date: in words', at: event, to: replace(/^\* \d{4}-\d\d-(\d\d)/, '* March $1') },
  { name: 'date: with slashes', at: event, to: replace(/^\* (\d{4})-(\d\d)-(\d\d)/, '* $1/$2/$3') },
  {
    name: 'date: ends before it starts',
    at: event,
    to: replace(/^\* (\d{4}-\d\d-\d\d) \|/, (_, day) => `* ${day} - ${plusDays(day, -2)} |`),
  },
  {
    name: 'date: two with &',
    at: event,
    to: replace(/^\* (\d{4}-\d\d-\d\d) \|/, (_, day) => `* ${day} & ${plusDays(day, 1)} |`),
  },
  {
    name: 'date: another than last week',
    at: (line, lines) => whole(line, lines),
    to: (line, { lines, earlier }) => {
      const url = /\]\(([^)]+)\)/.exec(below(line, lines))[1];
      const same = (other) => other.kind === 'title' && other.text.includes(`(${url})`);
      if (earlier.filter(same).length !== 1 || lines.filter(same).length !== 1) return undefined;
      return line.text.replace(/^\* (\d{4}-\d\d-\d\d)/, (_, day) => `* ${plusDays(day, 7)}`);
    },
  },
  { name: 'bar: missing', at: event, to: replace(' | ', ' ') },
  { name: 'bar: no space before it', at: event, to: replace(' | [', '| [') },
  { name: 'bar: a comma for it', at: event, to: replace(' | [', ', [') },
  { name: 'bar: twice', at: event, to: replace(' | ', ' || ') },
  { name: 'event: no bullet', at: event, to: ({ text }) => text.slice(2) },
  { name: 'event: a dash for a bullet', at: event, to: ({ text }) => `-${text.slice(1)}` },
  { name: 'event: without its title', at: whole, to: ({ text }) => ({ drop: 1, text }) },
  { name: 'event: only its title', at: whole, to: () => [] },
  { name: 'event: twice', at: whole, to: (line, { lines }) => [line.text, below(line, lines), line.text] },
  { name: 'event: no group', at: event, to: replace(/ \| \[[^|]*$/, '') },
  { name: 'event: no place', at: event, to: replace(/ \| [^|[]* \| \[/, ' | [') },
  {
    name: 'event: out of order',
    at: (line, lines) =>
      whole(line, lines) &&
      lines[line.n + 2]?.kind === 'event' &&
      lines[line.n + 3]?.kind === 'title' &&
      lines[line.n + 2].text.slice(0, 12) !== line.text.slice(0, 12),
    to: (line, { lines }) => ({
      drop: 3,
      text: [lines[line.n + 2].text, lines[line.n + 3].text, line.text, lines[line.n + 1].text],
    }),
  },
  { name: 'title: not nested', at: title, to: ({ text }) => text.trimStart() },
  { name: 'title: nested by 2', at: title, to: ({ text }) => `  ${text.trimStart()}` },
  { name: 'title: no bullet', at: title, to: replace('* ', '') },
  { name: 'title: not bold', at: title, to: ({ text }) => text.replaceAll('**', '') },
  { name: 'title: half bold', at: title, to: replace('**](', '](') },
  { name: 'title: blanks in bold', at: title, to: replace('**](', ' **](') },
  { name: 'title: a blank between', at: title, to: replace('**](', '**] (') },
  { name: 'title: nothing yet', at: title, to: replace(/\*\*.*\*\*/, '**TBA**') },
  {
    name: 'title: of another group',
    at: (line, lines) =>
      title(line) && /meetup\.com/.test(line.text) && /meetup\.com/.test(lines[line.n - 1]?.text ?? ''),
    to: replace(/meetup\.com\/[^/]+\//, 'meetup.com/quite-another-group/'),
  },
  { name: 'place: a country in words', at: event, to: replace(/, DE(?=[ )])/, ', Germany') },
  { name: 'place: GB', at: event, to: replace(/, UK(?=[ )])/, ', GB') },
  {
    name: 'place: no country',
    at: event,
    to: replace(/(\| (?:[A-Za-z]+ \()?[^|,()]+), [A-Z]{2}(?=\)? \|)/, '$1'),
  },
  { name: 'place: no state', at: event, to: replace(/, [A-Z]{2}, US(?=[ )])/, ', US') },
  { name: 'place: a state too many', at: event, to: replace(/, DE(?=[ )])/, ', BE, DE') },
  { name: 'place: no such state', at: event, to: replace(/, [A-Z]{2}, US(?=[ )])/, ', XY, US') },
  { name: 'place: the state of another city', at: event, to: replace(/, WA, US(?=[ )])/, ', NY, US') },
  { name: 'place: a state in words', at: event, to: replace(/, WA, US(?=[ )])/, ', Washington, US') },
  { name: 'place: no commas', at: event, to: replace(/, ([A-Z]{2}), US(?=[ )])/, ' $1 US') },
  {
    name: 'place: typed wrong',
    at: event,
    to: replace(
      /(Berlin|Dallas|London|Seattle|Vancouver|Indianapolis|Charlottesville|Tel Aviv)/,
      (city) => city.slice(0, 3) + city[4] + city[3] + city.slice(5),
    ),
  },
  { name: 'place: another country', at: event, to: replace(/Berlin, DE/, 'Berlin, DK') },
  { name: 'place: Virtual( X', at: event, to: replace('Virtual (', 'Virtual( ') },
  { name: 'place: virtual', at: event, to: replace('Virtual', 'virtual') },
  { name: 'place: Online', at: event, to: replace('Virtual', 'Online') },
  { name: 'place: no )', at: event, to: replace(') |', ' |') },
  {
    name: 'place: + Virtual',
    at: (line) => event(line) && !/Virtual|Hybrid/.test(line.text),
    to: replace(/ \| ([^|[]+) \| \[/, ' | $1 + Virtual | ['),
  },
  {
    name: 'place: in person under Virtual',
    at: (line) => event(line) && line.heading === 'Virtual',
    to: replace(/Virtual \(([^()]+)\)/, '$1'),
  },
  {
    name: 'place: virtual under a region',
    at: (line) => event(line) && !/Virtual|Hybrid/.test(line.text) && line.heading !== 'Virtual',
    to: replace(/ \| ([^|[]+) \| \[/, ' | Virtual ($1) | ['),
  },
  {
    name: 'place: a region too far',
    at: (line) => event(line) && line.heading === 'Europe' && !/Hybrid/.test(line.text),
    to: replace(/ \| ([^|[]+) \| \[/, ' | Tokyo, JP | ['),
  },
  { name: 'group: another address', at: event, to: replace(/meetup\.com\/([\w-]+)/, 'meetup.com/$1-group') },
  { name: 'group: no link', at: event, to: replace(/\[([^\]]+)\]\([^)]+\)$/, '$1') },
  {
    name: 'twin: deleted',
    at: (line, lines) => whole(line, lines) && line.heading === 'Virtual' && line.text.includes('Hybrid ('),
    to: () => ({ drop: 1, text: [] }),
  },
  {
    name: 'twin: another day',
    at: (line) => event(line) && line.heading === 'Virtual' && line.text.includes('Hybrid ('),
    to: replace(/^\* (\d{4}-\d\d-\d\d)/, (_, day) => `* ${plusDays(day, 1)}`),
  },
  {
    name: 'region: a colon',
    at: (line) =>
      line.section === 'events' &&
      line.kind === 'heading' &&
      /^### (?:Asia|Europe|Africa|Oceania)$/.test(line.text),
    to: ({ text }) => `${text}:`,
  },
  {
    name: 'region: another level',
    at: (line) => line.section === 'events' && /^### /.test(line.text),
    to: ({ text }) => text.slice(2),
  },
  {
    name: 'region: typed wrong',
    at: (line) => line.section === 'events' && line.text === '### Europe',
    to: () => '### Eurpoe',
  },
  {
    name: 'region: twice',
    at: (line) => line.section === 'events' && line.text === '### Europe',
    to: ({ text }) => [text, '', text],
  },
  {
    name: 'window: another day',
    at: ({ text }) => /^Rusty Events between/.test(text),
    to: replace(/(\d\d) - /, (_, day) => `${String(((Number(day) + 1) % 28) + 1).padStart(2, '0')} - `),
  },
  {
    name: 'window: text lost',
    at: ({ text }) => /^Rusty Events between/.test(text),
    to: replace('between ', ''),
  },
];
