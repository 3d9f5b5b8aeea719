import { describe, expect, it } from 'vitest';
import { fixAllText } from '../../server/src/features/fix/fixAll';
import { formatText } from '../../server/src/features/format/format';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { applyEdits } from '../../server/src/text/edits';
import { ownDrafts } from '../helpers/corpus';
import { newEngine } from '../helpers/engine';

const TODAY = '2026-02-20';

describe('what a check leaves for the next one', () => {
  it.each(ownDrafts().map((file) => [file.name, file] as const))(
    'serves fix all and formatting, which leave the keystroke after them alone: %s',
    (_, { name, text }) => {
      const uri = `file:///twir/draft/${name}`;
      const engine = newEngine();
      const typed = (engine: ReturnType<typeof newEngine>, text: string, version: number) => {
        const document = { uri, text, version };
        const found = engine.check(document, DEFAULT_OPTIONS).map(({ rule, at, message, severity }) => {
          return { rule, at, message, severity };
        });
        return { document, found };
      };
      const at = text.indexOf('](https://') + 2;
      const heading = text.indexOf('\n## ');
      const versions = [
        text,
        `${text.slice(0, at)}x${text.slice(at)}`,
        `${text}* x\n`,
        `${text.slice(0, heading)}\n* [A](http://example.com/?utm_source=a)  ${text.slice(heading)}`,
        text.replace('\n## ', '\n##'),
        text,
      ];
      for (const [version, now] of versions.entries()) {
        const { document, found } = typed(engine, now, version);
        expect(found).toEqual(typed(newEngine(), now, version).found);
        const options = { today: TODAY, ...DEFAULT_OPTIONS };
        const fixed = applyEdits(now, engine.fixAll(document, DEFAULT_OPTIONS));
        const issue = readIssue({ uri, text: now });
        expect(fixed).toBe(fixAllText({ issue, options }));
        const formatted = applyEdits(now, engine.format(document, DEFAULT_OPTIONS));
        expect(formatted).toBe(formatText(issue));
      }
    },
  );
});
