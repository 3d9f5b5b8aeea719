import { describe, expect, it } from 'vitest';
import type { ArchiveView } from '../../server/src/newsletter/archive/view';
import { type Issue, readIssue } from '../../server/src/newsletter/issue/issue';
import { PieceCache } from '../../server/src/newsletter/issue/pieceCache';
import { CheckMemory, checkIssue, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import type { Fix } from '../../server/src/rules/rule';
import { ownDrafts, ownIssues } from '../helpers/corpus';
import { archiveWith } from '../helpers/fixture';
import { randomFrom } from '../helpers/random';
import { type CorpusFile, drafts, hasShared, publishedIssues } from '../helpers/shared';

/** Text that changes more than its line: comments, fences, definitions, headings, HTML, line ends. */
const PASTED = [
  '<!-- ',
  ' -->',
  '```\n',
  '~~~\n',
  '\n',
  '\n\n\n',
  '\r\n',
  '## Upcoming Events\n',
  '### Europe\n\n',
  '#### Miri\n',
  '# 2025 |\n',
  '---\n',
  '[merged]: https://example.com/merged\n',
  '[guidelines]',
  '[a post][merged]',
  '* [A post](https://example.com/post)\n',
  '    * [**Talks**](https://example.com/talks)\n',
  '* 2025-03-04 | Virtual (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n',
  '- ',
  '<div>\n',
  '</small>',
  '*No RFCs were approved this week.*\n',
  'x',
  ' ',
  '`',
  '*',
  '[',
  '](',
];

/** Changes a text in one place, mostly by a letter. */
function mutate(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at) + 1 || text.length;
  switch (random(8)) {
    case 0:
      return text.slice(0, at) + PASTED[random(PASTED.length)] + text.slice(at);
    case 1:
      return text.slice(0, line) + PASTED[random(PASTED.length)] + text.slice(line);
    case 2:
      return text.slice(0, line) + text.slice(next);
    case 3:
      return text.slice(0, next) + text.slice(line, next) + text.slice(next);
    case 4:
      return text.slice(0, at) + text.slice(at + 1 + random(3));
    case 5:
      // In the front matter, where the date decides on the era.
      return text.slice(0, 60).replace(/\d/, `${random(10)}`) + text.slice(60);
    default:
      return `${text.slice(0, at)}x${text.slice(at)}`;
  }
}

function told(issue: Issue, archive: ArchiveView | undefined, withFixes: boolean, memory?: CheckMemory) {
  const failed = (rule: string, error: unknown) => {
    throw new Error(`${rule}: ${error instanceof Error ? error.stack : error}`);
  };
  const made = (fixes: readonly Fix[]) => fixes.map((fix) => ({ ...fix, edits: fix.edits() }));
  return checkIssue(issue, DEFAULT_OPTIONS, archive, failed, memory).map((finding) => {
    const { fixes, ...rest } = withFixes ? finding : { ...finding, fixes: [] };
    const related = finding.related.map(({ fixes: own, ...place }) => ({
      ...place,
      fixes: withFixes && own ? made(own()) : [],
    }));
    return { ...rest, related, fixes: made(fixes) };
  });
}

/** What an issue tells as a whole, in so far as features go by it. */
function parts(issue: Issue) {
  const { pieces, sections, items, events, links, lines, comments, placeholders } = issue;
  return {
    pieces: pieces.map(({ start, end }) => [start, end]),
    sections: sections.map(({ start, end, body, spec, parent }) => [start, end, body, spec, parent?.start]),
    items: items.map(({ start, end, markers }) => [start, end, markers, issue.sectionAt(start)?.start]),
    events: events.map(({ start, end, region }) => [start, end, region?.start]),
    links: links.map(({ start, end, url }) => [start, end, url]),
    lines: lines.map(({ start, end, kind, head, depth }) => [start, end, kind, head, depth]),
    comments: comments.map(({ start, end }) => [start, end]),
    placeholders: placeholders.map(({ start, spec }) => [start, spec.id]),
  };
}

/** Types into a text for a while and wants every version to tell the same as if it were read alone. */
function holdLaw({ name, text: first }: CorpusFile, edits: number, seed: number): void {
  const random = randomFrom(seed);
  const uri = `file:///twir/draft/${name}`;
  const archive = archiveWith(first.replace(/^Date: .*$/m, 'Date: 2013-06-05'));
  const cache = new PieceCache();
  const wholeLists = new PieceCache(true);
  const memory = new CheckMemory();
  let text = first;
  let issue = readIssue({ uri, text }, cache);
  told(issue, archive, false, memory);
  for (let edit = 1; edit <= edits; edit += 1) {
    text = mutate(text, random);
    issue = readIssue({ uri, text }, cache, issue);
    const alone = edit % 50 === 0;
    // Reading all anew takes its time; in between, what is taken over is compared with what is put together anew.
    const fresh = readIssue({ uri, text }, alone ? new PieceCache() : cache);
    const message = `${name}, edit ${edit} of seed ${seed}`;
    const found = told(issue, archive, alone, memory);
    expect(found, message).toEqual(told(fresh, archive, alone));
    expect(issue.source.lineStarts, message).toEqual(fresh.source.lineStarts);
    if (alone) expect(parts(issue), message).toEqual(parts(fresh));
    if (alone) {
      // Where nobody edits, long lists are left whole. What a fix for all titles of a list takes in may differ.
      const whole = readIssue({ uri, text }, wholeLists);
      const unfixed = found.map((finding) => ({
        ...finding,
        fixes: [],
        related: finding.related.map((place) => ({ ...place, fixes: [] })),
      }));
      expect(told(whole, archive, false), message).toEqual(unfixed);
    }
    // A text that is all comment, or hardly there, has nothing more to tell.
    if (text.length < first.length / 2) text = first;
  }
}

/** Changes each heading in turn and wants what stands below it to be judged, and mended, as if it were read alone. */
function holdUnderHeadings({ name, text }: CorpusFile): void {
  const uri = `file:///twir/draft/${name}`;
  const archive = archiveWith(text.replace(/^Date: .*$/m, 'Date: 2013-06-05'));
  const cache = new PieceCache();
  const memory = new CheckMemory();
  let issue = readIssue({ uri, text }, cache);
  told(issue, archive, false, memory);
  const headings = [...text.matchAll(/^#+ .*$/gm)];
  const titles = headings.map(([heading]) => heading.replace(/^#+ /, ''));
  for (const [n, { 0: heading, index }] of headings.entries()) {
    const level = heading.indexOf(' ');
    // A letter more, and another, another section of the issue, a level up.
    const others = [
      `${heading}x`,
      `${heading}xy`,
      `${heading.slice(0, level)} ${titles[(n * 7 + 3) % titles.length]}`,
      heading.slice(1),
    ];
    for (const other of others) {
      const next = text.slice(0, index) + other + text.slice(index + heading.length);
      issue = readIssue({ uri, text: next }, cache, issue);
      expect(told(issue, archive, true, memory), `${name}, ${other}`).toEqual(
        // Reading all anew takes its time, and is what `holdLaw` does.
        told(readIssue({ uri, text: next }, cache), archive, true),
      );
    }
  }
}

describe('from scratch is the same as incrementally', () => {
  const own = [...ownIssues(), ...ownDrafts()];
  it.each(own.map((file) => [file.path, file] as const))('%s', (_, file) => {
    holdLaw(file, 60, 1);
  });

  it.each(own.map((file) => [file.path, file] as const))('under other headings, %s', (_, file) => {
    holdUnderHeadings(file);
  });

  const real = hasShared
    ? [...publishedIssues('2021-06-01').filter((_, n) => n % 10 === 0), ...drafts()]
    : [];
  // 5,000 edits in all, the same ones in every run.
  it.each(real.map((file, n) => [file.path, n, file] as const))('%s', { timeout: 600_000 }, (_, n, file) => {
    holdLaw(file, Math.ceil(5000 / real.length), n + 1);
  });

  it.each(real.slice(-2).map((file) => [file.path, file] as const))(
    'under other headings, %s',
    { timeout: 600_000 },
    (_, file) => {
      holdUnderHeadings(file);
    },
  );
});
