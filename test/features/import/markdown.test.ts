import { describe, expect, it } from 'vitest';
import { FRONT } from '../../helpers/fixture';
import { add, EMPTY, EVENTS, entry, plan, shown } from './importing';

describe('Markdown', () => {
  it('with an address for a place tells the city', () => {
    expect(shown(entry('2026-03-04', 'Hall 1, 10115 Berlin, Germany', 'Talks'))).toEqual([
      '2026-03-04 | Berlin, DE | Talks | new',
    ]);
  });

  const COLLECTED = [
    '### Europe:',
    '',
    '* 2026-03-04 | Narvik, NO | [Rust Narvik](TODO: ORGANISER URL HERE)',
    '\t*[**Hack Night**](https://www.meetup.com/rust-narvik-norway/events/1/)',
    '** NOTE POTENTIAL DUPLICATE: **',
    '* 2026-03-05 | Kraków, PL | [Rust Kraków](https://example.com/krakow)',
    '\t*[**Talks**](https://example.com/krakow/1)',
    '',
    '### Virtual:',
    '',
    '* 2026-03-06 | Virtual (Seattle, WA, US) | [Seattle Rust](https://example.com/seattle)',
    '\t*[**Online**](https://example.com/seattle/1)',
    '',
  ].join('\n');

  it('of the collector is put into the house form', () => {
    const { text } = add(COLLECTED);
    expect(plan(COLLECTED).problems).toEqual([]);
    expect(text).toBe(
      EMPTY.replace(
        '<!-- Events list goes here -->',
        [
          '### Virtual',
          '* 2026-03-06 | Virtual (Seattle, WA, US) | [Seattle Rust](https://example.com/seattle)',
          '    * [**Online**](https://example.com/seattle/1)',
          '',
          '### Europe',
          '* 2026-03-04 | Narvik, NO | [Rust Narvik](https://www.meetup.com/rust-narvik-norway)',
          '    * [**Hack Night**](https://www.meetup.com/rust-narvik-norway/events/1/)',
          '* 2026-03-05 | Kraków, PL | [Rust Kraków](https://example.com/krakow)',
          '    * [**Talks**](https://example.com/krakow/1)',
        ].join('\n'),
      ),
    );
  });

  it('keeps links and comments of its entries as they are', () => {
    const marker = `<!-- url=https://example.com/pull/7 submerge-pr=7 sha=${'0'.repeat(40)} author=a title=A -->`;
    const given = `* 2026-03-04 | Oslo, NO | [A](https://example.com/a) + [B](https://example.com/b)\n    * [**T**](https://example.com/t) | [Register](https://example.com/r) ${marker}\n`;
    expect(add(given, `${EVENTS}### Europe\n`).text).toBe(`${EVENTS}### Europe\n${given}`);
    const below = given.replace(` ${marker}`, `\n${marker}`);
    expect(add(below, `${EVENTS}### Europe\n`).text).toBe(`${EVENTS}### Europe\n${below}`);
  });

  it('is put beside entries whose comments stay with them', () => {
    const marker = `<!-- url=https://example.com/pull/7 submerge-pr=7 sha=${'0'.repeat(40)} author=a title=A -->\n`;
    const [a, b, c] = ['2026-03-01', '2026-03-02', '2026-03-03'].map((date, n) =>
      entry(date, 'Oslo, NO', `Talk ${n}`),
    );
    expect(add(`${b}${c}`, `${EVENTS}### Europe\n${a}${marker}`).text).toBe(
      `${EVENTS}### Europe\n${a}${marker}${b}${c}`,
    );
    expect(add(a!, `${EVENTS}### Europe\n<!-- ask -->\n${b}`).text).toBe(
      `${EVENTS}### Europe\n${a}<!-- ask -->\n${b}`,
    );
    expect(add(b!, `${EVENTS}### Europe\n${a}${marker}${c}`).text).toBe(
      `${EVENTS}### Europe\n${a}${marker}${b}${c}`,
    );
  });

  it('of a whole issue is read from its events alone', () => {
    const other = `${FRONT}## Updates from Rust Community\n\n* [A](https://example.com/a)\n\n## Upcoming Events\n\n### Europe\n${entry('2026-03-04', 'Oslo, NO', 'Talks')}\n## Jobs\n`;
    expect(shown(other)).toEqual(['2026-03-04 | Oslo, NO | Talks | new']);
  });

  it('quoted or fenced, as in a mail or an issue, is read as well', () => {
    const two = `${entry('2026-03-04', 'Oslo, NO', 'Talks')}${entry('2026-03-05', 'Oslo, NO', 'Hacking')}`;
    const quoted = two.replace(/^/gm, '> ');
    const expected = ['2026-03-04 | Oslo, NO | Talks | new', '2026-03-05 | Oslo, NO | Hacking | new'];
    for (const text of [quoted, `\`\`\`markdown\n${two}\`\`\`\n`, `> ~~~\n${quoted}> ~~~\n`]) {
      expect(shown(text)).toEqual(expected);
      expect(plan(text).problems).toEqual([]);
    }
  });

  it('keeps the name of a group without a link, and tells what is left out', () => {
    const text =
      '* 2026-03-04 | Narvik, NO | Rust Polar\n    * [**Talks**](https://example.com/talks)\n' +
      '* 2026-03-05 | Narvik, NO | [Rust Polar](https://example.com/polar) (members)\n    * [**More**](https://example.com/more) (in Norwegian)\n';
    expect(add(text).text).toContain(
      '* 2026-03-04 | Narvik, NO | [Rust Polar](https://example.com/talks)\n    * [**Talks**](https://example.com/talks)\n',
    );
    expect(plan(text).candidates.map(({ notes }) => notes)).toEqual([
      ['The group’s address is not known: the event’s page is linked instead'],
      ['Left out behind a link: “(members)”', 'Left out behind a link: “(in Norwegian)”'],
    ]);
  });

  it('tells what it does not understand', () => {
    const text = `${entry('2026-02-30', 'Oslo, NO', 'A')}* 2026-03-04 | Oslo, NO | [B](https://example.com)\nsome words\n`;
    expect(plan(text).problems).toEqual([
      { source: 0, line: 1, message: '“2026-02-30” is not a date like 2026-02-25' },
      { source: 0, line: 3, message: 'There is no title with a link in the line below' },
      { source: 0, line: 4, message: '“some words” is neither of the two lines of an event' },
    ]);
    expect(plan(entry('2026-03-09 - 2026-03-06', 'Oslo, NO', 'A')).problems).toEqual([
      { source: 0, line: 1, message: '“2026-03-09 - 2026-03-06” ends before it begins' },
    ]);
  });

  it('with CRLF gives the same', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(add(crlf(COLLECTED), crlf(EMPTY)).text).toBe(crlf(add(COLLECTED).text));
  });
});
