import { describe, expect, it } from 'vitest';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI, FRONT, findingsIn } from '../../helpers/fixture';

/** What the headings of an issue stand for, those with a slip with its kind. */
function specsOf(...headings: readonly string[]): (string | undefined)[] {
  const { sections } = readIssue({ uri: DRAFT_URI, text: `${FRONT}${headings.join('\n\n')}\n` });
  return sections.map(({ spec, slip }) => (slip && spec ? `${slip} ${spec.key}` : spec?.key));
}

describe('a heading with a slip', () => {
  it('stands for the one that was meant', () => {
    expect(specsOf('## Upcoming Event', '### Eurpoe', '## Crate of the Weekn-rust/pulls')).toEqual([
      'similar events',
      'similar events/europe',
      'damaged cotw',
    ]);
  });

  it('stands for the one that is most like it, of those that go there', () => {
    expect(specsOf('## Upcoming Events', '### Noth America', '## Jbs')).toEqual([
      'events',
      'similar events/north-america',
      'similar jobs',
    ]);
    expect(specsOf('## Upcoming Events', '### Xorth America')[1]).toBe('similar events/north-america');
    expect(specsOf('## Upcoming Events', '### Soth America')[1]).toBe('similar events/south-america');
    expect(specsOf('## Upcoming Events', '### Xoxth America')[1]).toBeUndefined();
  });

  it('holds the headings below it, which are written as they should be', () => {
    expect(specsOf('## Upcoming Evens', '### Asia', '### Virtual')).toEqual([
      'similar events',
      'events/asia',
      'events/virtual',
    ]);
  });

  it('stands for none that has a heading of its own, above or below', () => {
    expect(specsOf('## Upcoming Events', '### Europe', '### Europa')[2]).toBeUndefined();
    expect(specsOf('## Upcoming Events', '### Europa', '### Europe')[1]).toBeUndefined();
  });

  it('is the first of several', () => {
    expect(specsOf('## Upcoming Events', '### Europa', '### Eurpe').slice(1)).toEqual([
      'similar events/europe',
      undefined,
    ]);
  });

  it('is none in another main section, at another level, or underlined', () => {
    expect(specsOf('## Crate of the Week', '### Europa')[1]).toBeUndefined();
    expect(specsOf('### Upcoming Event')[0]).toBeUndefined();
    expect(specsOf('Upcoming Event\n---')[0]).toBeUndefined();
  });
});

describe('a slip in a heading', () => {
  const text = `${FRONT}## Upcoming Events

### Virtual
* 2026-03-01 | Virtual | [Rust Group](https://example.com/group)
    * [**Talks**](https://example.com/1)

### Europe
* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)
    * [**Lunch**](https://example.com/2)
* 2026-03-03 | Rome, IT | [Rust Roma](https://example.com/roma)
    * [**Dinner**](https://example.com/3)
`;
  /** What is told of the lines below, beyond the slip itself. */
  const told = (of: string) =>
    findingsIn(of)
      .filter(({ rule }) => rule !== 'section-unknown' && rule !== 'heading-text')
      .map(({ rule, message }) => `${rule}: ${message}`);

  it.each(['Virtual', 'Europe', 'Upcoming Events'])(
    'hides nothing of what stands below it, and invents nothing: %s',
    (title) => {
      expect(told(text)).not.toEqual([]);
      expect(told(text.replace(title, `${title}x`))).toEqual(told(text));
    },
  );
});
