import { afterEach, describe, expect, it } from 'vitest';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol';
import { REVIEW, type ReviewParams } from '../../server/src/protocol/review';
import { FRONT } from '../helpers/fixture';
import { TestClient, VSCODE } from './client';

const marker = (pr: number) =>
  `<!-- url=https://example.com/pull/${pr} submerge-pr=${pr} sha=0123456789abcdef0123456789abcdef01234567 author=someone title=Add a post -->`;
const DRAFT = `${FRONT}## Updates from Rust Community

### Research

* [One post](https://example.com/1) ${marker(1)}
* [Two posts](https://example.com/2?utm_source=x) ${marker(2)}
`;

let client: TestClient;
afterEach(() => client.dispose());

describe('review', () => {
  const review = async (line: number, what: ReviewParams['what'], text = DRAFT) => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(text);
    return client.connection.sendRequest(REVIEW, { uri, position: { line, character: 0 }, what });
  };

  it('shows the first with what there is to say about it', async () => {
    expect(await review(0, 'show')).toMatchObject({
      total: 2,
      next: {
        nth: 1,
        pr: '1',
        author: 'someone',
        title: 'One post',
        findings: [],
        range: { start: { line: 9 } },
      },
    });
  });

  it('keeps one and goes on', async () => {
    const result = (await review(9, 'keep'))!;
    expect(result.edit).toBeUndefined();
    expect(result.next).toMatchObject({ nth: 2, pr: '2', range: { start: { line: 10 } } });
    expect(result.next!.findings.join()).toContain('utm_source');
  });

  it('drops one, and goes on where the next stands then', async () => {
    const result = (await review(9, 'drop'))!;
    const [change] = result.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.edits).toEqual([
      { range: { start: { line: 9, character: 0 }, end: { line: 10, character: 0 } }, newText: '' },
    ]);
    expect(result).toMatchObject({ total: 1, next: { nth: 1, pr: '2', range: { start: { line: 9 } } } });
  });

  it('ends after the last, and drops nothing outside a submission', async () => {
    expect(await review(10, 'keep')).toEqual({ total: 2 });
    client.dispose();
    expect(await review(5, 'drop')).toMatchObject({ total: 2, next: { pr: '1' } });
  });
});
