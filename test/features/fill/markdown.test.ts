import { describe, expect, it } from 'vitest';
import { FRONT } from '../../helpers/fixture';
import { fill, section, states } from './filling';

describe('filling from Markdown under headings', () => {
  const draft = `${FRONT}## Updates from Rust Community

### Official

### Project/Tooling Updates
* [Known](https://example.com/known)

## Crate of the Week

<!-- COTW goes here -->

[Please submit your suggestions and votes for next week][submit_crate]!

[submit_crate]: https://users.rust-lang.org/t/crate-of-the-week/2704

## Call for Participation; projects and speakers

### CFP - Projects

Some words.

<!-- CFPs go here, use this format: * [project name - title of issue](URL to issue) -->
<!-- * [ - ]() -->

More words.

## Updates from the Rust Project

<!-- Rust updates go here -->
`;

  it('takes numbered lists, and a link that comes twice once', () => {
    const text =
      '### Research\n1. [One](https://example.com/1)\n2) [video] [Two](https://example.com/2)\n* [One again](https://example.com/1/)\n';
    const filled = fill(text, draft);
    expect(filled.text).toContain(
      '### Research\n* [One](https://example.com/1)\n* [video] [Two](https://example.com/2)\n\n',
    );
    expect(filled.notes).toEqual([
      { line: 4, message: 'Left out: “One again”, its link stands above already' },
    ]);
    expect(fill(text, filled.text).edits).toEqual([]);
  });

  it('adds items where they belong, and none twice', () => {
    const text = `## Updates from Rust Community
### Project/Tooling Updates
- [Known, again](https://example.com/known/?utm_source=x)
- [video] [Fresh](https://example.com/fresh)
### Research
* [Paper](https://example.com/paper)
### CFP - Projects
* [a - b](https://example.com/b)
## Updates from the Rust Project
12 pull requests were [merged in the last week][merged]

[merged]: https://example.com/merged

#### Cargo
* [c](https://github.com/rust-lang/cargo/pull/1)
#### Compiler
* [d](https://github.com/rust-lang/rust/pull/2)
## Upcoming Events
* nothing
## Weather
Sunny.
`;
    const filled = fill(text, draft);
    expect(states(filled)).toEqual([
      'Project/Tooling Updates: merged',
      'Research: filled',
      'CFP - Projects: filled',
      'Updates from the Rust Project: filled',
      'Cargo: filled',
      'Compiler: filled',
    ]);
    expect(filled.notes.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '18 Left out: “Upcoming Events”, it is not filled from a text',
      '20 Left out: “Weather”, an issue has no such section',
    ]);
    expect(filled.text).toContain(
      '* [Known](https://example.com/known)\n* [video] [Fresh](https://example.com/fresh)\n\n### Research\n* [Paper](https://example.com/paper)\n\n## Crate',
    );
    expect(filled.text).toContain('Some words.\n\n* [a - b](https://example.com/b)\n\nMore words.');
    expect(filled.text).toContain(
      `## Updates from the Rust Project

12 pull requests were [merged in the last week][merged]

[merged]: https://example.com/merged

#### Compiler
* [d](https://github.com/rust-lang/rust/pull/2)

#### Cargo
* [c](https://github.com/rust-lang/cargo/pull/1)
`,
    );
    expect(fill(text, filled.text).edits).toEqual([]);
  });

  it('puts the crate above the line that asks for more', () => {
    const text = "## Crate of the Week\n\nThis week's crate is [x](https://example.com/x).\n\nThanks!\n";
    const filled = fill(text, draft);
    expect(section(filled.text, /^## Crate/m)).toContain(
      "## Crate of the Week\n\nThis week's crate is [x](https://example.com/x).\n\nThanks!\n\n[Please submit",
    );
    expect(fill(text, filled.text).edits).toEqual([]);
  });

  it.each([
    '',
    'words',
    '* [a](https://example.com/a)\n',
    '# \n## \n',
    '<!--',
    '# x Triage Log',
    '\uFEFF---\n',
  ])('makes nothing of %j', (text) => {
    expect(fill(text, draft).sections).toEqual([]);
    expect(fill(text, draft).edits).toEqual([]);
  });
});
