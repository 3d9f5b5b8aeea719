import { bulletRun, isForeignBullet } from '../newsletter/issue/listForm';
import { isWithin } from '../newsletter/sections/sections';
import { definePieceRule, type Severity } from './rule';

interface Slip {
  /** That of the rule without one. */
  readonly severity?: Severity;
  readonly message: string;
  /** Of the fix. */
  readonly title: string;
}

const SEVERAL: Slip = {
  severity: 'error',
  message: 'This item has more than one bullet: the site nests it in an empty one',
  title: 'Keep one bullet',
};
const SPACES: Slip = {
  severity: 'info',
  message: 'There is one space after a bullet',
  title: 'Leave one space',
};
const otherThan = (bullet: string | undefined): Slip => ({
  message: `The newsletter’s bullet is *, not ${bullet}`,
  title: 'Use *',
});

const EDITOR = /^\[[\w-]+\]\(https:\/\/github\.com\/[\w-]+\)/;

export default definePieceRule({
  id: 'list-bullet-style',
  summary: 'A bullet is `-` or `+`, or an item has two',
  why: 'All lists of the newsletter use `*`; reviewers change every other bullet by hand (#4679, #5877).',
  severity: 'warning',
  fix: 'always',
  tags: ['repair'],
  inTemplate: true,
  yieldsTo: ['item-without-link'],
  examples: [
    {
      title: 'a dash',
      bad: '- [A post](https://example.com/a)\n',
      found: ['1:1-2: The newsletter’s bullet is *, not -'],
      fixes: ['Use *'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'two bullets',
      bad: '## Quote\n\n+ * [A post](https://example.com/a)\n',
      found: ['3:1-5 error: This item has more than one bullet: the site nests it in an empty one'],
      fixes: ['Keep one bullet'],
      good: '## Quote\n\n* [A post](https://example.com/a)\n',
    },
    {
      title: 'nested',
      bad: '* [A feature](https://example.com/1)\n    + [Testing steps](https://example.com/2)\n',
      found: ['2:5-6: The newsletter’s bullet is *, not +'],
      fixes: ['Use *'],
      good: '* [A feature](https://example.com/1)\n    * [Testing steps](https://example.com/2)\n',
    },
  ],
  check(piece, report, frame) {
    if (frame.reformatted) return;
    for (const line of piece.lines) {
      if (line.kind !== 'item' || line.bullet === '1' || line.lost === 'code') continue;
      const bullets = bulletRun(piece.source.text.slice(line.first, line.end));
      const several = bullets.count > 1;
      const foreign = isForeignBullet(line);
      const text = piece.source.text.slice(line.first + bullets.length, line.end);
      // Of the space before a date `event-form` tells.
      if (!several && !foreign && (bullets.length <= 2 || /^\d/.test(text))) continue;
      // There a dash introduces the quote's author; below it are the editors.
      if (isWithin(piece.sectionAt(line.start), 'qotw') && !EDITOR.test(text)) continue;
      const slip = several ? SEVERAL : foreign ? otherThan(line.bullet) : SPACES;
      report({
        at: { start: line.first, end: line.first + (several ? bullets.length : 1) },
        ...(slip.severity ? { severity: slip.severity } : {}),
        message: slip.message,
        fixes: [
          {
            title: slip.title,
            all: true,
            edits: () => [
              {
                start: line.first,
                end: line.first + Math.max(1, bullets.length),
                text: bullets.length > 0 ? '* ' : '*',
              },
            ],
          },
        ],
      });
    }
  },
});
