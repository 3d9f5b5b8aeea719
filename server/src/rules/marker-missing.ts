import type { Piece } from '../newsletter/issue/piece';
import { PODCAST_PATH } from '../newsletter/links/hosts';
import { mediumOf, parseUrl } from '../newsletter/links/url';
import { isLanguage } from '../newsletter/markers/markers';
import { misplacedMarker } from '../newsletter/markers/misplaced';
import { type MarkerPrefix, readPrefix } from '../newsletter/markers/prefix';
import { definePieceRule, type Report } from './rule';

/** Videos and podcasts that do not say so (#5897). Lists of a conference's talks need no markers. */
export default definePieceRule({
  id: 'marker-missing',
  in: ['community'],
  summary: 'A link to a video, a podcast or a page in another language has no marker',
  why: 'Readers want to know before they click whether they will read, watch or listen.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'a video',
      bad: '## Updates from Rust Community\n### Observations/Thoughts\n* [A talk](https://www.youtube.com/watch?v=abcdefghijk)\n',
      found: ['3:3-11: “A talk” has no [video]: pages of www.youtube.com are videos'],
      fixes: ['Add [video]'],
      good: '## Updates from Rust Community\n### Observations/Thoughts\n* [video] [A talk](https://www.youtube.com/watch?v=abcdefghijk)\n',
    },
    {
      title: 'a video called audio',
      bad: '## Updates from Rust Community\n### Observations/Thoughts\n* [audio] [A talk](https://www.youtube.com/watch?v=abcdefghijk)\n',
      found: ['3:3-11 info: Pages of www.youtube.com are videos: the marker is [video]'],
      fixes: ['Write [video]'],
      good: '## Updates from Rust Community\n### Observations/Thoughts\n* [video] [A talk](https://www.youtube.com/watch?v=abcdefghijk)\n',
    },
    {
      title: 'a page in another language',
      bad: '## Updates from Rust Community\n### Observations/Thoughts\n* [所有権の説明](https://example.com/a)\n',
      found: ['3:3-11 info: This title has no marker of its language, like [JA]'],
      fixes: ['Add [JA]'],
      good: '## Updates from Rust Community\n### Observations/Thoughts\n* [JA] [所有権の説明](https://example.com/a)\n',
    },
  ],
  check(piece, report) {
    for (const item of piece.communityItems) {
      // A heading of its own, as conferences get, says what its items are.
      if (!piece.sectionAt(item.start)?.spec) continue;
      const prefix = readPrefix(piece, item);
      if (!prefix) continue;
      const language = languageReport(prefix);
      if (language) report(language);
      if (prefix.words.some(({ marker }) => marker === 'video')) continue;
      const isAudio = prefix.words.some(({ marker }) => marker === 'audio');
      const { link } = prefix;
      const web = parseUrl(link.url);
      if (!web || misplacedMarker(piece, item, prefix)) continue;
      const medium = mediumOf(web);
      if (isAudio) {
        if (medium === 'video') report(videoReport(piece, prefix, web.host));
        continue;
      }
      const podcast =
        PODCAST_PATH.test(web.path) ||
        /\bpodcast\b(?! (?:player|feed|client|app|parser|server|generator|manager|downloader))/i.test(
          link.title,
        );
      if (!medium && !podcast) continue;
      const marker = medium ?? 'audio';
      report({
        at: { start: link.start, end: link.textRange.end + 1 },
        ...(medium ? {} : { severity: 'info' as const }),
        message: medium
          ? `“${link.title}” has no [${marker}]: pages of ${web.host} are ${marker === 'video' ? 'videos' : 'podcasts'}`
          : `“${link.title}” has no [audio], which it needs if the page is a podcast`,
        fixes: [
          {
            title: `Add [${marker}]`,
            preferred: true,
            edits: () => [{ start: link.start, end: link.start, text: `[${marker}] ` }],
          },
        ],
      });
    }
  },
});

/** `[audio]` before a page of a video host. */
function videoReport(piece: Piece, { start, end }: MarkerPrefix, host: string): Report {
  const text = piece.source.text.slice(start, end);
  // A marker that is known.
  const written = text.replace(/\[\s*(?:audio|podcast)\s*\]/i, '[video]');
  return {
    at: { start, end },
    severity: 'info',
    message: `Pages of ${host} are videos: the marker is [video]`,
    fixes: written === text ? [] : [{ title: 'Write [video]', edits: () => [{ start, end, text: written }] }],
  };
}

/** Scripts that tell the language of a page. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'JA'],
  [/\p{Script=Hangul}/u, 'KO'],
  [/\p{Script=Han}/u, 'ZH'],
  [/\p{Script=Hebrew}/u, 'HE'],
  [/\p{Script=Cyrillic}/u, 'RU'],
];
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const FOREIGN = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Common}]/u;

/** A title whose letters are mostly of another script, without a marker of its language. */
function languageReport({ link, words }: MarkerPrefix): Report | undefined {
  if (words.some(({ marker }) => marker !== undefined && isLanguage(marker))) return undefined;
  const letters = link.title.match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => FOREIGN.test(letter));
  // A character of these scripts is a syllable or a word.
  const dense = foreign.filter((letter) => DENSE.test(letter)).length;
  const weight = foreign.length + dense;
  if (weight < 4 || weight * 2 < letters.length + dense) return undefined;
  const code = SCRIPTS.find(([script]) => foreign.some((letter) => script.test(letter)))?.[1];
  return {
    at: { start: link.start, end: link.textRange.end + 1 },
    severity: 'info',
    message: `This title has no marker of its language${code ? `, like [${code}]` : ''}`,
    fixes: code
      ? [
          {
            title: `Add [${code}]`,
            edits: () => [{ start: link.start, end: link.start, text: `[${code}] ` }],
          },
        ]
      : [],
  };
}
