import { isSectionFilled } from '../../newsletter/issue/contents';
import { fillTexts } from '../../newsletter/placeholders/fillTexts';
import { touches } from '../../text/sourceText';
import type { Completion, CompletionProvider } from './completion';

/** A line on which something new may start: empty, or a bullet with nothing behind it. */
const FRESH_LINE = /^(?:\*[ \t]*)?$/;

/**
 * What a section is filled with: the crate of the week, a call for participation, a none sentence. Only inside that
 * section and on a line of its own.
 */
export const completeFills: CompletionProvider = ({ issue, offset }) => {
  const section = issue.sectionAt(offset);
  const key = section?.spec?.key;
  if (!section || !key || offset < section.body.start) return [];
  const line = issue.source.lineAt(offset);
  if (!FRESH_LINE.test(issue.source.slice(line).trimEnd())) return [];
  if (issue.links.some((link) => touches(link, offset) && link.start < offset)) return [];
  const filled = isSectionFilled(issue, key);
  const bullet = issue.source.slice(line).startsWith('*');
  return fillTexts(issue, key).flatMap((fill): Completion[] => {
    if (fill.once && filled) return [];
    // Behind a bullet only what begins with one.
    if (bullet && !fill.text.startsWith('* ')) return [];
    return [
      {
        label: fill.label,
        detail: fill.title,
        kind: 'fill',
        edit: { start: line.start, end: line.end, text: fill.text },
        snippet: true,
        filterText: bullet ? `* ${fill.label}` : fill.label,
      },
    ];
  });
};
