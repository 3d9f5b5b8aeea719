/** Bracketed words before an item's link: what they may be, and what else people write for them. Facts only. */

/** In the order in which they are offered. */
export const MARKERS: readonly { readonly word: string; readonly meaning: string }[] = [
  { word: 'video', meaning: 'The page is a video' },
  { word: 'audio', meaning: 'The page is a podcast or another recording' },
  { word: 'series', meaning: 'The page is part of a series' },
];

/** A language as an item's marker has it; two with a bar between for a page in both. */
const LANGUAGE_MARKER: RegExp = /^[A-Z]{2}(?: ?[|/] ?[A-Z]{2})*$/;

/** Languages of earlier items, most frequent first. */
export const LANGUAGES: readonly { readonly code: string; readonly names: readonly string[] }[] = [
  { code: 'DE', names: ['german', 'deutsch'] },
  { code: 'ZH', names: ['chinese', 'mandarin', '中文', 'zh-cn', 'zh-tw'] },
  { code: 'ES', names: ['spanish', 'español'] },
  { code: 'FR', names: ['french', 'français', 'francais'] },
  { code: 'RU', names: ['russian', 'русский'] },
  { code: 'PT', names: ['portuguese', 'português', 'pt-br'] },
  { code: 'JA', names: ['japanese', '日本語'] },
  { code: 'KO', names: ['korean', '한국어'] },
  { code: 'IT', names: ['italian', 'italiano'] },
  { code: 'PL', names: ['polish', 'polski'] },
  { code: 'HE', names: ['hebrew'] },
  { code: 'NL', names: ['dutch'] },
  { code: 'TR', names: ['turkish'] },
  { code: 'UK', names: ['ukrainian'] },
  { code: 'CS', names: ['czech'] },
  { code: 'FA', names: ['persian', 'farsi'] },
  { code: 'ID', names: ['indonesian', 'bahasa indonesia'] },
  { code: 'VI', names: ['vietnamese'] },
  { code: 'EN', names: ['english'] },
];

const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['videos', 'video'],
  ['vid', 'video'],
  ['vídeo', 'video'],
  ['video playlist', 'video'],
  ['video series', 'video'],
  ['playlist', 'video'],
  ['youtube', 'video'],
  ['recording', 'video'],
  ['live stream', 'video'],
  ['livestream', 'video'],
  ['stream', 'video'],
  ['audios', 'audio'],
  ['podcast', 'audio'],
  ['podcasts', 'audio'],
  ['podcast episode', 'audio'],
  ['serie', 'series'],
  ...[...'🎥🎬📺📹'].map((sign) => [sign, 'video'] as const),
  ...[...'🎧🎙'].map((sign) => [sign, 'audio'] as const),
  ['blog series', 'series'],
  ['article series', 'series'],
]);

/** Letters in another order are a slip of the fingers: `viedo`. */
const BY_LETTERS: ReadonlyMap<string, string> = new Map(MARKERS.map(({ word }) => [sorted(word), word]));

/** Codes of countries that are no codes of languages. */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['CN', 'ZH'],
  ['JP', 'JA'],
  ['CZ', 'CS'],
  ['UA', 'UK'],
  ['KR', 'KO'],
  ['BR', 'PT'],
  ['TW', 'ZH'],
  ['DK', 'DA'],
  ['GR', 'EL'],
  ['VN', 'VI'],
  ['IR', 'FA'],
]);

/** The marker that a word stands for; undefined for a word that is none. */
export function markerOf(word: string): string | undefined {
  const trimmed = word.trim();
  const language = COUNTRIES.get(trimmed);
  if (language) return language;
  if (LANGUAGE_MARKER.test(trimmed)) return trimmed;
  const lower = trimmed.toLowerCase();
  return (
    BY_LETTERS.get(sorted(lower)) ??
    OTHER_WORDS.get(lower) ??
    LANGUAGES.find(({ code, names }) => names.includes(lower) || code.toLowerCase() === lower)?.code
  );
}

export function isLanguage(marker: string): boolean {
  return LANGUAGE_MARKER.test(marker);
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
