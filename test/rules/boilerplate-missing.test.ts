import { expect, it } from 'vitest';
import { CLOSING, FIXED_PARAGRAPHS, OPENING } from '../../server/src/newsletter/eras/boilerplate';
import { PROFILES } from '../../server/src/newsletter/eras/profiles';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { paragraphs } from '../../server/src/newsletter/sections/bodies';
import { fixedParagraphsIn } from '../../server/src/newsletter/sections/fixedText';
import { sectionSkeleton } from '../../server/src/newsletter/sections/skeletons';
import { checkIssue, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { applyEdits } from '../../server/src/text/edits';
import { archiveWith, DRAFT_URI, FRONT } from '../helpers/fixture';

const EDITORS = 'This Week in Rust is edited by:\n\n* [octo](https://github.com/octo)';
const fixed = (id: string) => {
  const paragraph = FIXED_PARAGRAPHS.find((known) => known.id === id);
  return paragraph ? paragraph.versions[0]!.replace('{url}', 'REDDIT_LINK_HERE') : EDITORS;
};

/** An issue as the template begins one. */
const WHOLE = `${FRONT}${[
  ...OPENING.p4.map(fixed),
  ...PROFILES.p4.sections
    .filter(({ parent }) => parent === undefined)
    .map((spec) => sectionSkeleton(PROFILES.p4, spec, true)),
  ...CLOSING.map(fixed),
].join('\n\n')}\n`;

const missing = (text: string, earlier?: string) =>
  checkIssue(readIssue({ uri: DRAFT_URI, text }), DEFAULT_OPTIONS, archiveWith(earlier)).filter(
    ({ rule }) => rule === 'boilerplate-missing',
  );
const words = (text: string) => text.replace(/\s+/g, ' ');

/** Each fixed paragraph of the issue, with the text without it. */
function cuts() {
  return readIssue({ uri: DRAFT_URI, text: WHOLE }).pieces.flatMap(({ piece, start }) =>
    paragraphs(piece)
      .filter(({ text }) => fixedParagraphsIn(text).length > 0 && !/^\[[^\]]*\]:|Who's Hiring/.test(text))
      .map((paragraph) => {
        const above = WHOLE.slice(0, start + paragraph.start).trimEnd();
        const below = WHOLE.slice(start + paragraph.end).trimStart();
        return { lost: paragraph.text, text: `${above}\n\n${below}` };
      }),
  );
}

it('says nothing of an issue that has all of its fixed text', () => {
  expect(missing(WHOLE)).toEqual([]);
});

it.each(cuts())('tells that “$lost” is lost, and puts it back where it was', ({ lost, text }) => {
  const [found, ...others] = missing(text);
  expect(others).toEqual([]);
  const [fix] = found!.fixes;
  // Who the editors are is not ours to know.
  if (lost.includes('is edited by')) expect(fix).toBeUndefined();
  else expect(words(applyEdits(text, fix!.edits()))).toBe(words(WHOLE));
});

it('takes damaged and merged paragraphs for what they are', () => {
  const damaged = WHOLE.replace('Some of these tasks may', 'Sme of these tasks may').replace(
    'to get started!\n\n',
    'to get started!\n',
  );
  expect(missing(damaged)).toEqual([]);
});

it('is silent where hardly anything of it stands', () => {
  expect(missing(`${FRONT}## Updates from Rust Community\n\n## Crate of the Week\n`)).toEqual([]);
});

it('tells which editor of the issue before is not named', () => {
  const editors = ['one', 'two', 'three', 'Four'].map((name) => `* [${name}](https://github.com/${name})`);
  const earlier = WHOLE.replace('* [octo](https://github.com/octo)', editors.join('\n')).replace(
    'Date: 2026-02-25',
    'Date: 2026-02-18',
  );
  const named = (names: readonly string[]) =>
    missing(WHOLE.replace('* [octo](https://github.com/octo)', names.join('\n')), earlier);
  expect(named(editors)).toEqual([]);
  expect(named(editors.map((line) => line.toLowerCase()))).toEqual([]);
  const [found, ...others] = named(editors.slice(0, 3));
  expect(found?.message).toBe('Four edited the issue before, and is missing here');
  expect(others).toEqual([]);
  expect(named(editors.slice(0, 1))).toEqual([]);
});
