import type { Issue } from '../../newsletter/issue/issue';
import { LANGUAGES, MARKERS } from '../../newsletter/markers/markers';
import type { Line, Range } from '../../text/sourceText';
import { beginsWith, type Completion, type CompletionProvider } from './completion';

/** A line on which an item may begin, up to the cursor: empty, or a bullet; then perhaps the first letters of a marker. */
const FRESH = /^([ \t]*(?:[*+-](?:[ \t]+|$))?)(\p{L}*)$/u;
/** An item up to the cursor with a bracket that is still open and nothing but markers before it. */
const OPEN_BRACKET = /^[ \t]*[*+-][ \t]+((?:\[[^\][]*\][ \t]+)*)\[([^\][()]*)$/;

/** No `https://` in advance: a pasted address brings its own. */
const LINK = '[$1]($2)';

/** Items of the community's sections and the markers before their links. */
export const completeLinks: CompletionProvider = ({ issue, offset }) => {
  const line = issue.source.lineAt(offset);
  const inCommunity = inSubsection(issue, line.start);
  const words = inCommunity ? MARKER_WORDS : markersOf(issue, line.start);
  if (words.length === 0) return [];
  const before = issue.source.text.slice(line.start, offset);
  const after = issue.source.text.slice(offset, line.end);
  const fresh = after.trim() === '' ? FRESH.exec(before) : null;
  if (fresh) return inCommunity ? items(line, fresh[1]!, fresh[2]!) : [];
  const open = OPEN_BRACKET.exec(before);
  return open ? markers(words, { start: offset - open[2]!.length, end: offset }, after, open[1]!) : [];
};

/** What can stand in brackets before a link. */
interface Word {
  readonly word: string;
  readonly detail: string;
}

const MARKER_WORDS: readonly Word[] = [
  ...MARKERS.map(({ word, meaning }) => ({ word, detail: meaning })),
  ...LANGUAGES.map(({ code, names }) => ({ word: code, detail: `The page is in ${capitalized(names[0]!)}` })),
];

/** Markers of the lists of RFCs and of what is in its final comment period. */
function markersOf(issue: Issue, offset: number): readonly Word[] {
  const section = issue.sectionAt(offset);
  const key = section && offset >= section.body.start ? (section.spec?.key ?? '') : '';
  if (key === 'new-rfcs')
    return [
      ...(issue.profile.can.newMarker ? [{ word: 'new', detail: 'Opened this week' }] : []),
      { word: 'updated', detail: 'Opened before, and changed this week' },
    ];
  if (!key.startsWith('fcp/')) return [];
  return ['close', 'postpone', 'unspecified'].map((what) => ({
    word: `disposition: ${what}`,
    detail: 'What is going to happen, where it is not to be merged',
  }));
}

/** Under a heading of the community part, though not above the first of them. */
function inSubsection(issue: Issue, offset: number): boolean {
  const section = issue.sectionAt(offset);
  if (!section || offset < section.body.start) return false;
  for (let at = section.parent; at; at = at.parent) if (at.spec?.key === 'community') return true;
  return false;
}

/**
 * What was typed of a word is replaced, and compared, without what stands before it: editors look at the word at the
 * cursor, whatever the edit replaces.
 *
 * @param before indent and bullet, as far as they are there
 * @param typed first letters of a marker
 */
function items(line: Line, before: string, typed: string): Completion[] {
  const bullet = before.trim();
  const kept = /[*+-][ \t]+$/.test(before) ? before : '';
  const item = (word: string, label: string, detail: string, text: string, order: number): Completion => ({
    label,
    detail,
    kind: 'link',
    edit: {
      start: line.start + kept.length,
      end: line.end,
      text: kept === '' ? `${bullet === '' ? '*' : bullet} ${text}` : text,
    },
    snippet: true,
    filterText: word,
    sortText: `link ${order}`,
  });
  return [
    item('link', '[title](url)', 'Link item', LINK, 0),
    ...MARKERS.map(({ word, meaning }, index) =>
      item(word, `[${word}] [title](url)`, meaning, `[${word}] ${LINK}`, index + 1),
    ),
  ].filter(({ filterText }) => beginsWith(filterText!, typed));
}

/**
 * @param typed from behind the open bracket to the cursor
 * @param after behind the cursor; what an editor closed by itself is replaced as well
 * @param written markers before the bracket
 */
function markers(words: readonly Word[], typed: Range, after: string, written: string): Completion[] {
  const { start } = typed;
  const end = typed.end + (after.startsWith(']') ? 1 : 0);
  const rest = after.slice(end - typed.end);
  return words
    .filter(({ word }) => !written.includes(`[${word}]`))
    .map(({ word, detail }, index) => ({
      label: `[${word}]`,
      detail,
      kind: 'marker',
      edit: {
        start,
        end: rest.trim() === '' ? end + rest.length : end + (/^[ \t]*/.exec(rest)?.[0].length ?? 0),
        text: rest.trim() === '' ? `${word}] ${LINK}` : `${word}] `,
      },
      snippet: rest.trim() === '',
      filterText: word,
      sortText: `marker ${String(index).padStart(2, '0')}`,
    }));
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
