import { describe, expect, it } from 'vitest';
import { complete } from '../../../server/src/features/complete/complete';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI } from '../../helpers/fixture';

const COMMUNITY = '## Updates from Rust Community\n\n### Observations/Thoughts\n';

/** What is offered at `|`, with the text that it makes of the line. */
function offered(text: string) {
  const offset = text.indexOf('|');
  const clean = text.slice(0, offset) + text.slice(offset + 1);
  const issue = readIssue({ uri: DRAFT_URI, text: clean });
  return complete({ issue, offset, archive: undefined, today: undefined })
    .filter(({ kind }) => kind === 'link' || kind === 'marker')
    .map((completion) => {
      const after = applyEdits(clean, [completion.edit]);
      const line = issue.source.lineAt(offset).start;
      expect(completion.edit.start).toBeGreaterThanOrEqual(line);
      return { label: completion.label, line: after.slice(line).split('\n')[0]! };
    });
}

describe('markers of other lists', () => {
  const project = '## Updates from the Rust Project\n\n';

  it('are dispositions in the final comment period', () => {
    const group =
      '### Final Comment Period\n\n#### Tracking Issues & PRs\n\n##### [Rust](https://example.com)\n';
    expect(offered(`${project}${group}* [dis|\n`)[0]).toEqual({
      label: '[disposition: close]',
      line: '* [disposition: close] [$1]($2)',
    });
  });

  it('tell updated RFCs', () => {
    const found = offered(
      `${project}### [New and Updated RFCs](https://example.com)\n* [|](https://example.com/1)\n`,
    );
    expect(found.map(({ label }) => label)).toEqual(['[updated]']);
    expect(offered(`${project}#### Compiler\n* [|\n`)).toEqual([]);
  });
});

describe('link items', () => {
  it('on an empty line of a section', () => {
    expect(offered(`${COMMUNITY}|\n`)[0]).toEqual({
      label: '[title](url)',
      line: '* [$1]($2)',
    });
  });

  it('behind a bullet', () => {
    expect(offered(`${COMMUNITY}* |\n`).map(({ label }) => label)).toEqual([
      '[title](url)',
      '[video] [title](url)',
      '[audio] [title](url)',
      '[series] [title](url)',
    ]);
    expect(offered(`${COMMUNITY}* |\n`)[1]!.line).toBe('* [video] [$1]($2)');
  });

  it.each([
    ['in another section', '## Jobs\n|\n'],
    ['above the first sub-section', '## Updates from Rust Community\n|\n'],
    ['in a heading', `${COMMUNITY.trimEnd()}|\n`],
    ['in a comment', `${COMMUNITY}<!--\n|\n-->\n`],
    ['in code', `${COMMUNITY}\n\`\`\`\n|\n\`\`\`\n`],
    ['inside an item', `${COMMUNITY}* [A post](https://example.com/|)\n`],
    ['before text', `${COMMUNITY}* | text\n`],
  ])('not %s', (_, text) => expect(offered(text)).toEqual([]));
});

describe('markers', () => {
  it('behind an open bracket', () => {
    const found = offered(`${COMMUNITY}* [vi|\n`);
    expect(found.map(({ label }) => label).slice(0, 4)).toEqual(['[video]', '[audio]', '[series]', '[DE]']);
    expect(found[0]!.line).toBe('* [video] [$1]($2)');
  });

  it('with the bracket that the editor closed', () => {
    expect(offered(`${COMMUNITY}* [|]\n`)[1]!.line).toBe('* [audio] [$1]($2)');
  });

  it('before a link that is there already', () => {
    expect(offered(`${COMMUNITY}* [|[A talk](https://example.com/a)\n`)[0]!.line).toBe(
      '* [video] [A talk](https://example.com/a)',
    );
  });

  it('behind another marker, each once', () => {
    const found = offered(`${COMMUNITY}* [DE] [|\n`);
    expect(found.map(({ label }) => label)).not.toContain('[DE]');
    expect(found[0]!.line).toBe('* [DE] [video] [$1]($2)');
  });

  it.each([
    ['in an address', `${COMMUNITY}* [A post](https://example.com/[|)\n`],
    ['in a title behind words', `${COMMUNITY}* text [|\n`],
    ['outside the community part', '## Jobs\n* [|\n'],
  ])('not %s', (_, text) => expect(offered(text)).toEqual([]));
});
