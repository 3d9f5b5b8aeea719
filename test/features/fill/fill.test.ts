import { describe, expect, it } from 'vitest';
import { FRONT } from '../../helpers/fixture';
import { CARGO, DRAFT, fill, RUST, section, states, TEAM } from './filling';

const GENERATED = `### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)
* [An RFC](https://github.com/rust-lang/rfcs/pull/11)

---

### Final Comment Period
#### Tracking Issues & PRs
##### ${RUST}

* [Return [T; N] from Vec<T>](https://github.com/rust-lang/rust/issues/12)
* [Half a [bracket](https://github.com/rust-lang/rust/issues/13)

*No Items entered Final Comment Period this week for
${TEAM} or
${CARGO}.*
Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked as a part of this list.

### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)
* *No New or Updated RFCs were created this week.*

<!-- Commit message -->
Update CFT, FCP, MCP and RFC sections for TWiR-xxx
`;

describe('filling a text of the week', () => {
  it('leaves what follows the quote, with the link that waits for the discussion', () => {
    const tail =
      '[Please submit quotes and vote for next week!](https://users.rust-lang.org/t/twir-quote-of-the-week/328)\n\nThis Week in Rust is edited by:\n\n* [mina](https://github.com/mina)\n\n<small>[Discuss on r/rust](REDDIT_LINK_HERE)</small>\n';
    const draft = `${FRONT}# Quote of the Week\n\n<!-- QOTW goes here -->\n\n${tail}`;
    const quote = '> Clap.\n\n– [otto on rust-users](https://users.rust-lang.org/t/777/4)';
    const filled = fill(`# Quote of the Week\n\n${quote}\n`, draft);
    expect(filled.text).toBe(`${FRONT}# Quote of the Week\n\n${quote}\n\n${tail}`);
    expect(fill('# Quote of the Week\n\n> Clip.\n', filled.text).text).toBe(
      `${FRONT}# Quote of the Week\n\n> Clip.\n\n${tail}`,
    );
  });
});

describe('filling from a generator', () => {
  it('takes the sentence that a list has no items, unless the draft has some', () => {
    const draft = `${FRONT}## Call for Participation; projects and speakers\n\n### CFP - Projects\n\nTasks.\n\n<!-- CFPs go here, use this format: * [project name - title of issue](URL to issue) -->\n\nOwners add theirs.\n`;
    const none = '*No Calls for participation were submitted this week.*';
    const text = `### CFP - Projects\n\nTasks.\n\n${none}\n\nOwners add theirs.\n`;
    const plan = fill(text, draft);
    expect(plan.text).toBe(draft.replace(/<!--.*-->/, none));
    expect(states(fill(text, plan.text))).toEqual(['CFP - Projects: same']);
    const item = '* [clap - Clap twice](https://example.com/issues/1)';
    expect(fill(text, draft.replace(/<!--.*-->/, item)).edits).toEqual([]);
  });

  it('knows a heading that stands at another level, whatever came before it', () => {
    const before = '## Calls for Testing\n\n* *No calls for testing were issued this week.*\n\n';
    const plan = fill(
      `${before}#### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)\n* [An RFC](https://github.com/rust-lang/rfcs/pull/11)\n`,
    );
    expect(states(plan)).toContain('New and Updated RFCs: filled');
    expect(plan.text).toContain(
      '### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)\n* [An RFC](https://github.com/rust-lang/rfcs/pull/11)\n',
    );
  });

  it('writes each section in its place, in house style, without the tail', () => {
    const filled = fill(GENERATED);
    expect(states(filled)).toEqual([
      'Approved RFCs: filled',
      'Final Comment Period: filled',
      'New and Updated RFCs: filled',
    ]);
    expect(filled.text.slice(filled.text.indexOf('### [Approved'))).toBe(
      `### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)
* [An RFC](https://github.com/rust-lang/rfcs/pull/11)

### Final Comment Period

#### Tracking Issues & PRs

##### ${RUST}
* [Return [T; N] from \`Vec<T>\`](https://github.com/rust-lang/rust/issues/12)
* [Half a \\[bracket](https://github.com/rust-lang/rust/issues/13)

*No Items entered Final Comment Period this week for
${TEAM} or
${CARGO}.*

Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked as a part of this list.

### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)
* *No New or Updated RFCs were created this week.*

## Upcoming Events
`,
    );
    expect(filled.notes).toEqual([
      { line: 21, message: 'Left out: “Commit message Update CFT, FCP, MCP and RFC sections for TW…”' },
    ]);
  });

  it('changes nothing the second time', () => {
    const { text } = fill(GENERATED);
    const again = fill(GENERATED, text);
    expect(again.edits).toEqual([]);
    expect(again.sections.every(({ state }) => state === 'same')).toBe(true);
  });

  it('keeps the items that are there, as they are written, and mends the sentence about the other groups', () => {
    const mine = DRAFT.replace(
      '<!-- Tracking Issues & PRs go here -->',
      `\n##### ${CARGO}\n* [My Cargo item](https://github.com/rust-lang/cargo/pull/20)\n    * [a note](https://example.com/note)\n\n##### ${RUST}\n* [Mine, reworded](https://github.com/rust-lang/rust/issues/12)`,
    ).replace('<!-- Approved RFCs go here -->', '* [My RFC](https://github.com/rust-lang/rfcs/pull/21)');
    const filled = fill(GENERATED, mine);
    expect(states(filled).slice(0, 2)).toEqual(['Approved RFCs: merged', 'Final Comment Period: merged']);
    expect(section(filled.text, /^### \[Approved/m)).toContain('/rfcs/pull/11)\n* [My RFC]');
    const tracking = section(filled.text, /^#### Tracking/m);
    expect(tracking).toContain(
      `##### ${RUST}\n* [Mine, reworded](https://github.com/rust-lang/rust/issues/12)\n* [Half a`,
    );
    expect(tracking).toContain(
      `##### ${CARGO}\n* [My Cargo item](https://github.com/rust-lang/cargo/pull/20)\n    * [a note](https://example.com/note)\n\n*No Items entered Final Comment Period this week for\n${TEAM}.*`,
    );
    expect(fill(GENERATED, filled.text).edits).toEqual([]);
  });

  it('puts an item in the place of the sentence that says there are none', () => {
    const mine = DRAFT.replace(
      '<!-- New or updated RFCs go here -->',
      '* [New](https://github.com/rust-lang/rfcs/pull/30)',
    );
    const filled = fill(GENERATED, mine);
    expect(section(filled.text, /^### \[New and/m)).toBe(
      '### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)\n* [New](https://github.com/rust-lang/rfcs/pull/30)\n\n',
    );
    expect(fill(GENERATED, filled.text).edits).toEqual([]);
  });

  it('adds sections that the draft does not have, in the order of the era', () => {
    const bare = `${FRONT}## Updates from the Rust Project\n\n## Upcoming Events\n\n## Jobs\n`;
    const text = `## Calls for Testing\nWords.\n\n${GENERATED}`;
    const filled = fill(text, bare);
    const headings = filled.text
      .match(/^#{2,3} .*$/gm)!
      .map((line) => line.replace(/\]\(.*/, '').replace('[', ''));
    expect(headings).toEqual([
      '## Calls for Testing',
      '## Updates from the Rust Project',
      '### Approved RFCs',
      '### Final Comment Period',
      '### New and Updated RFCs',
      '## Upcoming Events',
      '## Jobs',
    ]);
    expect(filled.text).not.toMatch(/\n{3}/);
    expect(fill(text, filled.text).edits).toEqual([]);
  });

  it('says what has no place', () => {
    const filled = fill(
      'words above\n\n### [New and Updated RFCs](x)\n* [A](https://example.com/a)\n',
      `${FRONT}## Jobs\n`,
    );
    expect(filled.edits).toEqual([]);
    expect(filled.notes).toEqual([
      { line: 1, message: 'Left out: “words above”' },
      { line: 3, message: 'Left out: “New and Updated RFCs”, there is no place for it' },
    ]);
  });

  it.each(['\r\n', '\r'])('keeps the line ending of the draft (%j)', (eol) => {
    const filled = fill(GENERATED, DRAFT.replaceAll('\n', eol));
    expect(filled.text).toBe(fill(GENERATED).text.replaceAll('\n', eol));
  });
});
