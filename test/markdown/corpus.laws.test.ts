import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutChunks, renderBody } from '../../server/src/markdown';
import { domText } from './dom';

const shared = join(import.meta.dirname, '../../../shared');
const archive = join(shared, 'fidelity/reference.tar.xz');
const content = join(shared, 'corpus/content');
const present = existsSync(archive) && existsSync(content);
if (!present) console.log(`skipped: ${archive} is not there, so no issue is compared with the site`);

/** Issues before this date follow other habits; each fifth of them keeps the test short. */
const RECENT = '2022-01-01';

describe.skipIf(!present)('whole issues show what the site shows', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'twir-reference-'));
    execFileSync('tar', ['-xJf', archive, '-C', folder]);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function differing(sources: string, references: string, take: (name: string, index: number) => boolean) {
    const extensions = new Map(
      readdirSync(sources).map((name) => [name.replace(/\.[^.]*$/, ''), name.replace(/^.*\./, '')]),
    );
    const names = readdirSync(references)
      .filter((name) => name.endsWith('.html'))
      .map((name) => name.slice(0, -'.html'.length));
    const taken = names.filter(take);
    expect(taken.length).toBeGreaterThan(0);
    return taken.filter((name) => {
      const extension = extensions.get(name) === 'html' ? 'md' : extensions.get(name);
      const source = readFileSync(join(sources, `${name}.${extension}`), 'utf8');
      const reference = readFileSync(join(references, `${name}.html`), 'utf8');
      return domText(renderBody(source)) !== domText(reference);
    });
  }

  test('published issues', () => {
    const issues = join(folder, 'issues');
    expect(differing(content, issues, (name, index) => name >= RECENT || index % 5 === 0)).toEqual([]);
  });

  test('issues with a slip', () => {
    const slips = join(folder, 'slips');
    expect(differing(slips, slips, () => true)).toEqual([]);
  });

  test('chunks cover every issue', () => {
    for (const name of readdirSync(content)) {
      const text = readFileSync(join(content, name), 'utf8');
      const chunks = cutChunks(text);
      expect(chunks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    }
  });
});
