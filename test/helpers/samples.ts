import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULES } from '../../server/src/rules/index';
import { DRAFT_URI, parseFixture } from './fixture';

export interface Sample {
  readonly name: string;
  readonly uri: string;
  readonly text: string;
}

/** All newsletter text of our own: the examples of the rules and their fixtures. */
export function ownSamples(): Sample[] {
  const examples = RULES.flatMap(({ id, examples }) =>
    examples.flatMap(({ title, bad, good }) => [
      { name: `${id}: ${title}, wrong`, uri: DRAFT_URI, text: bad },
      { name: `${id}: ${title}, right`, uri: DRAFT_URI, text: good },
    ]),
  );
  const root = fileURLToPath(new URL('../fixtures/rules', import.meta.url));
  const fixtures = readdirSync(root).flatMap((rule) =>
    readdirSync(`${root}/${rule}`).map((file) => {
      const { uri, text } = parseFixture(readFileSync(`${root}/${rule}/${file}`, 'utf8'));
      return { name: `${rule}/${file}`, uri, text };
    }),
  );
  return [...examples, ...fixtures];
}
