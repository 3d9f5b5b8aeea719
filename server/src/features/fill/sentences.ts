import type { Issue } from '../../newsletter/issue/issue';
import { groupItems, groupsWithItems, noneSentencesOf } from '../../newsletter/sections/noneSentences';
import type { Edit } from '../../text/edits';
import { removeBlock } from '../../text/lines';

/**
 * Takes groups that have items by now out of the consolidated none sentence, in the form in which the sentence is
 * written; the whole sentence when nothing is left to name.
 *
 * @param key of the section, `cft` or `fcp`
 */
export function removeGroups(issue: Issue, key: string): Edit[] {
  const { source } = issue;
  const sentences = noneSentencesOf(issue);
  return sentences.flatMap((sentence): Edit[] => {
    const { form, mentions, section } = sentence;
    if (!form || form.section.split('/')[0] !== key || section.spec === undefined) return [];
    const filled = groupsWithItems(form, groupItems(issue, sentences));
    const left = mentions.filter(({ group }) => group === undefined || !filled.has(group));
    if (left.length === mentions.length) return [];
    if (left.length === 0) return [removeBlock(source, sentence)];
    const opening = source.text.slice(sentence.start, mentions[0]!.start);
    const closing = /\.?[*_]*$/.exec(sentence.text)![0];
    const gap = /\s*$/.exec(opening)![0];
    const links = left.map((mention) => linkOf(issue, sentence.end - closing.length, mention));
    const listed =
      links.length > 1 ? `${links.slice(0, -1).join(`,${gap}`)} or${gap}${links.at(-1)}` : links[0]!;
    return [{ start: sentence.start, end: sentence.end, text: opening + listed + closing }];
  });
}

/** A group's link with what belongs to it: `[Compiler Team](…) [(MCPs only)](…)`. */
function linkOf({ source }: Issue, limit: number, { start, end }: { start: number; end: number }): string {
  const more = /^[ \t]+\[\(MCPs?[^\]]*\]\([^()\s]*\)/.exec(source.text.slice(end, limit));
  return source.text.slice(start, end + (more?.[0].length ?? 0));
}
