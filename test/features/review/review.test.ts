import { describe, expect, it } from 'vitest';
import { dropEdit, submissionFrom, submitted } from '../../../server/src/features/review/review';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

const marker = (pr: number) =>
  `<!-- url=https://example.com/pull/${pr} submerge-pr=${pr} sha=0123456789abcdef0123456789abcdef01234567 author=someone title=Add a post -->`;
const TEXT = `${FRONT}## Updates from Rust Community

### Research

* [Before](https://example.com/before)
* [One](https://example.com/1) ${marker(1)}
* [video] [Two](https://example.com/2) ${marker(2)}

### Miscellaneous

* [Three](https://example.com/3) ${marker(3)}
  and what belongs to it
* [Damaged](https://example.com/4) <!-- submerge-pr=4 -->
`;
const read = (text: string) => readIssue({ uri: DRAFT_URI, text });

describe('submitted', () => {
  it('finds every submission with what its comment tells', () => {
    expect(submitted(read(TEXT)).map(({ title, pr, author }) => [title, pr, author])).toEqual([
      ['One', '1', 'someone'],
      ['Two', '2', 'someone'],
      ['Three', '3', 'someone'],
    ]);
  });

  it('goes on from a place', () => {
    const issue = read(TEXT);
    const list = submitted(issue);
    expect(submissionFrom(list, 0)?.pr).toBe('1');
    expect(submissionFrom(list, TEXT.indexOf('[Two]'))?.pr).toBe('2');
    expect(submissionFrom(list, TEXT.indexOf('### Misc'))?.pr).toBe('3');
    expect(submissionFrom(list, TEXT.indexOf('* [Damaged]'))).toBeUndefined();
  });

  it('drops an item whole, and nothing else', () => {
    let issue = read(TEXT);
    const dropped = (pr: string) => {
      const one = submitted(issue).find((each) => each.pr === pr)!;
      issue = read(applyEdits(issue.source.text, [dropEdit(one)]));
    };
    dropped('2');
    dropped('3');
    expect(issue.source.text).toBe(TEXT.replace(/^.*\[Two\].*\n/m, '').replace(/^.*\[Three\].*\n.*\n/m, ''));
  });
});
