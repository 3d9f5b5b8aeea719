import { describe, expect, it } from 'vitest';
import { fixAllText } from '../../../server/src/features/fix/fixAll';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import { everyPlace } from '../../../server/src/rules/check/fold';
import { DRAFT_URI, findingsIn } from '../../helpers/fixture';

const item = (name: string, bullet = '-') => `${bullet} [${name}](https://example.com/${name})\n`;
const TEXT = `## Updates from Rust Community\n\n### Research\n${item('a')}${item('b')}\n### Miscellaneous\n${item('c')}${item('d', '*')}`;

describe('findings of one list', () => {
  const found = findingsIn(TEXT, 'list-bullet-style');

  it('with one cause are told once, in each list', () => {
    expect(found.map(({ at }) => TEXT.slice(at.start).split('\n')[0])).toEqual([
      item('a').trim(),
      item('c').trim(),
    ]);
    expect(found[0]!.related).toMatchObject([{ also: true, start: TEXT.indexOf(item('b')) }]);
    expect(found[1]!.related).toEqual([]);
  });

  it('are mended together or one by one', () => {
    const titles = found[0]!.fixes.map(({ title, all }) => [title, all === true]);
    const [together, alone] = titles;
    expect(together).toEqual([`${alone![0]} (all 2 places)`, true]);
    expect(alone![1]).toBe(false);
    const issue = readIssue({ uri: DRAFT_URI, text: TEXT });
    expect(fixAllText({ issue, options: DEFAULT_OPTIONS })).toBe(TEXT.replaceAll('- [', '* ['));
  });

  it('have each place shown, with its own fix and that of all', () => {
    const shown = everyPlace(found);
    expect(shown.map(({ at, severity }) => `${TEXT.slice(at.start, at.end)} ${severity}`)).toEqual([
      '- warning',
      '- hint',
      '- warning',
    ]);
    const second = shown[1]!;
    expect(second.related).toEqual([{ ...found[0]!.at, message: 'Told here, for all places' }]);
    expect(second.fixes.map(({ title }) => title)).toEqual(['Use * (all 2 places)', 'Use *']);
    expect(second.fixes[1]!.edits()[0]!.start).toBe(TEXT.indexOf(item('b')));
  });

  it('are told one by one to whoever asks for it', () =>
    expect(
      findingsIn(TEXT, 'list-bullet-style', { ...DEFAULT_OPTIONS, unfolded: true }).map(
        ({ related }) => related,
      ),
    ).toEqual([[], [], []]));

  it('with different causes stay apart', () => {
    const title = (text: string) => `* [${text}](https://example.com/${text.length})\n`;
    const text = `## Updates from Rust Community\n\n### Research\n${title('Release notes')}${title('Changelog')}`;
    expect(findingsIn(text, 'link-title-generic')).toHaveLength(2);
  });
});
