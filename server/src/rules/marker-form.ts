import { readPrefix, writeMarkers } from '../newsletter/markers/prefix';
import { definePieceRule } from './rule';

/** Markers in another form than `[video]`, `[audio]`, `[series]` or `[DE]` (#4679). */
export default definePieceRule({
  id: 'marker-form',
  in: ['community'],
  summary: 'A marker before a link is written in another form than the usual one',
  why: 'Readers look for `[video]` and the like; other spellings are overlooked, and without its space a marker may vanish on the site.',
  severity: 'warning',
  fix: 'sometimes',
  examples: [
    {
      title: 'a capital letter, no space',
      bad: '## Updates from Rust Community\n\n* [Video][A talk](https://www.youtube.com/watch?v=abcdefghijk)\n',
      found: ['3:3-10: The marker is written “[video]”, not “[Video]”'],
      fixes: ['Write [video]'],
      good: '## Updates from Rust Community\n\n* [video] [A talk](https://www.youtube.com/watch?v=abcdefghijk)\n',
    },
    {
      title: 'the name of a language',
      bad: '## Updates from Rust Community\n\n* [Chinese] [A post](https://example.com/post)\n',
      found: ['3:3-12: The marker is written “[ZH]”, not “[Chinese]”'],
      fixes: ['Write [ZH]'],
      good: '## Updates from Rust Community\n\n* [ZH] [A post](https://example.com/post)\n',
    },
    {
      title: 'the language of the newsletter',
      bad: '## Updates from Rust Community\n\n* [EN] [A post](https://example.com/post)\n',
      found: ['3:3-7: The newsletter is in English: [EN] says nothing'],
      fixes: ['Remove [EN]'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
    },
  ],
  check(piece, report) {
    for (const item of piece.communityItems) {
      const prefix = readPrefix(piece, item);
      if (!prefix || prefix.prose || prefix.words.length === 0) continue;
      const markers = prefix.words.map(({ marker }) => marker);
      const unknown = prefix.words.find(({ marker }) => marker === undefined);
      if (markers.includes('video') && markers.includes('audio')) {
        report({
          at: { start: prefix.start, end: prefix.start + prefix.text.trimEnd().length },
          message: 'A page is a video or a podcast: it needs one of these markers',
          fixes: ['audio', 'video'].map((other, n) => ({
            title: `Keep [${n === 0 ? 'video' : 'audio'}]`,
            edits: () => [
              {
                start: prefix.start,
                end: prefix.end,
                text: writeMarkers(
                  markers.filter((marker) => marker !== undefined && marker !== other) as string[],
                ),
              },
            ],
          })),
        });
        continue;
      }
      const expected = writeMarkers(markers.filter((marker) => marker !== undefined));
      if (!unknown && expected === prefix.text) {
        if (markers.length === 1 && markers[0] === 'EN')
          report({
            at: { start: prefix.start, end: prefix.start + expected.trimEnd().length },
            message: 'The newsletter is in English: [EN] says nothing',
            fixes: [
              {
                title: 'Remove [EN]',
                all: true,
                edits: () => [{ start: prefix.start, end: prefix.end, text: '' }],
              },
            ],
          });
        continue;
      }
      const text = prefix.text.trimEnd();
      report({
        at: { start: prefix.start, end: prefix.start + text.length },
        message: unknown
          ? `[${unknown.word}] is not a marker; there are [video], [audio], [series] and languages like [DE]`
          : expected.trim() === text
            ? `One space belongs after ${text}`
            : `${/\] \[/.test(expected) ? 'The markers are' : 'The marker is'} written “${expected.trim()}”, not “${prefix.text.trim()}”`,
        fixes:
          unknown && !/^[ x]?$/i.test(unknown.word)
            ? []
            : [
                {
                  title: unknown && expected === '' ? 'Remove it' : `Write ${expected.trim()}`,
                  all: true,
                  edits: () => [{ start: prefix.start, end: prefix.end, text: expected }],
                },
              ],
      });
    }
  },
});
