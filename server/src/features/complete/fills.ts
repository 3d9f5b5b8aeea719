import { isSectionFilled } from '../../newsletter/issue/contents';
import { fillTexts } from '../../newsletter/placeholders/fillTexts';
import { touches } from '../../text/sourceText';
import { beginsWith, type Completion, type CompletionProvider } from './completion';

/** A line on which something new may start: empty, or a bullet; then perhaps the first letters of what is offered. */
const FRESH_LINE = /^(\*[ \t]+|\*$)?(\p{L}*)$/u;

/**
 * What a section is filled with: the crate of the week, a call for participation, a none sentence. Only inside that
 * section and on a line of its own.
 */
export const completeFills: CompletionProvider = ({ issue, offset }) => {
  const section = issue.sectionAt(offset);
  const key = section?.spec?.key;
  if (!section || !key || offset < section.body.start) return [];
  const line = issue.source.lineAt(offset);
  const text = issue.source.slice(line);
  const [match, marker = '', typed = ''] = FRESH_LINE.exec(text.trim() === '*' ? text : text.trimEnd()) ?? [];
  if (match === undefined) return [];
  if (issue.links.some((link) => touches(link, offset) && link.start < offset)) return [];
  const bullet = marker !== '';
  // The bullet stays when a space follows: editors compare the word at the cursor.
  const kept = marker.length > 1 ? marker : '';
  return fillTexts(issue, key).flatMap((fill): Completion[] => {
    // Behind a bullet only what begins with one.
    if (bullet && !fill.text.startsWith('* ')) return [];
    if (!beginsWith(fill.label, typed)) return [];
    if (fill.once && isSectionFilled(issue, key)) return [];
    return [
      {
        label: fill.label,
        detail: fill.title,
        kind: 'fill',
        edit: {
          start: line.start + kept.length,
          end: line.end,
          text: kept === '' ? fill.text : fill.text.slice(2),
        },
        snippet: true,
        filterText: bullet && kept === '' ? `* ${fill.label}` : fill.label,
      },
    ];
  });
};
