import { describe, expect, it } from 'vitest';
import { readClipping } from '../../../server/src/features/clipping/clipping';
import { planFill } from '../../../server/src/features/fill/fill';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, FRONT, findingsIn } from '../../helpers/fixture';

const QUOTES = 'https://users.rust-lang.org/t/twir-quote-of-the-week/328';
const CRATES = 'https://users.rust-lang.org/t/crate-of-the-week/2704';

describe('any text', () => {
  it.each(['[', '[a](b', '(', '\\', '`', '> ', '> [a](', '\n'])(
    'is read in time, however long it is: %j',
    (part) => {
      const text = part.repeat(1_000_000 / part.length);
      expect(readClipping(text, 'crate')?.text).toContain("This week's crate is");
      expect(readClipping(text, 'quote')?.text).toContain('for the suggestion!');
    },
  );
});

describe('a quote from a post', () => {
  it('has its author, its link, and thanks with the number of the post', () => {
    const text = `[quote="mina, post:1900, topic:328, full:true"]
So good:
> Clapping is fast.
>
> And costs $0.

— Otto Example on rust-users

https://users.rust-lang.org/t/on-clapping/777/4
[/quote]`;
    expect(readClipping(text)).toEqual({
      kind: 'quote',
      text: `> Clapping is fast.
>
> And costs \\$0.

– [Otto Example on rust-users](https://users.rust-lang.org/t/on-clapping/777/4)

Thanks to [mina](${QUOTES}/1900) for the suggestion!`,
    });
  });

  it('is read from the post that the forum quotes within the suggestion', () => {
    const text = `[quote="mina, post:1900, topic:328"]\n[quote="otto, post:4, topic:777"]\nClap.\n[/quote]\n[/quote]`;
    expect(readClipping(text)?.text).toBe(
      `> Clap.\n\n– [otto on rust-users](https://users.rust-lang.org/t/777/4)\n\nThanks to [mina](${QUOTES}/1900) for the suggestion!`,
    );
  });

  it('links where it was said, whatever the quote links', () => {
    const text =
      '[quote="kea, post:9, topic:328"]\n> Read [this](https://example.com/this) first.\n\n– Ann on [a blog](https://example.com/blog)\n[/quote]\n';
    expect(readClipping(text)?.text).toContain('\n– [Ann on a blog](https://example.com/blog)\n');
  });

  it('leaves a tab stop for what the text does not tell', () => {
    expect(readClipping(`Clap.\n${QUOTES}/1900?u=me\n`)?.text).toBe(
      `> Clap.\n\n– [\${2:name on place}](\${3:https://})\n\nThanks to [\${4:name}](${QUOTES}/1900) for the suggestion!`,
    );
    expect(readClipping('Clap.', 'quote')?.text).toContain(
      `Thanks to [\${4:name}](${QUOTES}/\${5:post}) for`,
    );
    expect(readClipping(`${QUOTES}/1900`, 'quote')?.text).toContain(`> \${1:Quote}`);
  });

  it('keeps an item of a list that the quote has', () => {
    expect(readClipping('- one\n- two', 'quote')?.text).toContain('> - one\n> - two\n');
  });
});

describe('a crate from a post', () => {
  it('has its name, what it does, and thanks', () => {
    const text = `[quote="mina, post:1500, topic:2704"]\nI suggest [clapper](https://crates.io/crates/clapper), a crate to clap. It is fun.\n[/quote]`;
    expect(readClipping(text)).toEqual({
      kind: 'crate',
      text: `This week's crate is [clapper](https://crates.io/crates/clapper), a crate to clap.\n\nThanks to [mina](${CRATES}/1500) for the suggestion!`,
    });
  });

  it.each([
    ['https://docs.rs/clapper/latest/clapper/', 'clapper'],
    ['https://docs.rs/crate/clapper/1.0.0', 'clapper'],
    ['https://github.com/mina/clapper.git', 'clapper'],
    ['https://lib.rs/crates/clapper', 'clapper'],
  ])('is named by %s', (address, name) => {
    expect(readClipping(`${address}\n${CRATES}/1500`)?.text).toContain(
      `[${name}](${address}), \${3:a crate to …}.`,
    );
  });

  it('keeps code in what it does', () => {
    const text =
      'https://users.rust-lang.org/t/crate-of-the-week/2704/9\n[`kea`](https://docs.rs/kea), a map from `K` to `Vec<V>`. Fast.';
    expect(readClipping(text)?.text).toContain(
      "This week's crate is [kea](https://docs.rs/kea), a map from `K` to `Vec<V>`.\n",
    );
    expect(readClipping(text.replace(', a map', ' is a map'))?.text).toContain(
      ', a map from `K` to `Vec<V>`.\n',
    );
  });

  it('tells a self-suggestion', () => {
    expect(readClipping(`I wrote https://crates.io/crates/clapper\n${CRATES}/1500`)?.text).toContain(
      'for the self-suggestion!',
    );
  });
});

it.each(['', 'words', 'https://users.rust-lang.org/t/on-clapping/777/4', '[quote="x"]'])(
  'neither quote nor crate: %j',
  (text) => expect(readClipping(text)).toBeUndefined(),
);

it('fills its section from the command line, too', () => {
  const draft = `${FRONT}# Quote of the Week\n\n<!-- QOTW goes here -->\n\n[Please submit quotes and vote for next week!](https://users.rust-lang.org/t/twir-quote-of-the-week/328)\n`;
  const text = `[quote="mina, post:1900, topic:328"]\n[quote="otto, post:4, topic:777"]\nClap.\n[/quote]\n[/quote]`;
  const fill = (given: string) => {
    const plan = planFill({ issue: readIssue({ uri: DRAFT_URI, text: given }), text });
    return applyEdits(given, plan.edits);
  };
  const filled = fill(draft);
  expect(filled).toContain('# Quote of the Week\n\n> Clap.\n\n– [otto on');
  expect(filled).toContain('for the suggestion!\n\n[Please submit quotes');
  expect(fill(filled)).toBe(filled);
  expect(findingsIn(filled, 'qotw-form')).toEqual([]);
});
