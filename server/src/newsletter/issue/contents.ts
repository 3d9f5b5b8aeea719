import { noneSentencesOf, realItems } from '../sections/noneSentences';
import type { Section } from '../sections/sections';
import type { Block } from './chunk';
import type { IssuePart } from './part';

/** The line that ends Crate of the Week and Quote of the Week; what follows is the same every week. */
const CALL_FOR_MORE = /^\[[^\]]*\bplease submit\b/i;
const FOOTER = /^[*_]?(?:This Week in Rust\b.{0,4} is edited by|Email list hosting)/;

/** What the editors wrote into a section this week: its blocks above the line that asks for more. */
export function weeklyBlocks(issue: IssuePart, section: Section): Block[] {
  const blocks: Block[] = [];
  for (const block of issue.blocks) {
    if (block.start < section.body.start) continue;
    if (block.start >= section.body.end) break;
    const text = issue.source.slice(block);
    if (CALL_FOR_MORE.test(text) || FOOTER.test(text)) break;
    if (block.type === 'html' || block.type === 'definition' || issue.inComment(block.start)) continue;
    blocks.push(block);
  }
  return blocks;
}

/**
 * Whether a section has what the template's comment in it asks for, so that the comment is just left over.
 *
 * @param key of the section, e.g. `cfp/projects`; sections inside it count
 */
export function isFilled(issue: IssuePart, key: string): boolean {
  // The groups of "Tracking Issues & PRs" have keys beside it, not below.
  const area = key === 'fcp/tracking' ? 'fcp' : key;
  const own = issue.sections.filter(
    ({ spec }) =>
      spec?.key === area || (spec?.key.startsWith(`${area}/`) && (area === key || spec.key !== 'fcp/rfcs')),
  );
  switch (key) {
    case 'cotw':
    case 'qotw':
    case 'perf':
      return own.some((section) => weeklyBlocks(issue, section).length > 0);
    case 'project':
      return issue.definitions.some(({ label }) => label === 'merged');
    case 'events':
      return issue.events.length > 0;
    case 'jobs':
      return own.some((section) =>
        issue.links.some(
          ({ start, url }) => start >= section.start && start < section.body.end && /^https?:/.test(url),
        ),
      );
  }
  const sentences = noneSentencesOf(issue);
  return (
    sentences.some(({ section }) => own.includes(section)) ||
    own.some((section) => realItems(section, sentences).some((item) => item.links.length > 0))
  );
}
