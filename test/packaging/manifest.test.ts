import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bytes = (file: string) => readFileSync(`${root}/${file}`);

/** Width and height of a PNG. */
function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** https://code.visualstudio.com/api/references/extension-manifest */
const CATEGORIES = new Set([
  'AI',
  'Azure',
  'Chat',
  'Data Science',
  'Debuggers',
  'Education',
  'Extension Packs',
  'Formatters',
  'Keymaps',
  'Language Packs',
  'Linters',
  'Machine Learning',
  'Notebooks',
  'Other',
  'Programming Languages',
  'SCM Providers',
  'Snippets',
  'Testing',
  'Themes',
  'Visualization',
]);

describe('the manifest', () => {
  it('asks for a VS Code that the language client can do with, which does not look any more', () => {
    const asked = ({ engines }: typeof manifest) => Number(/^\^1\.(\d+)\.0$/.exec(engines.vscode)?.[1]);
    const client = JSON.parse(`${bytes('node_modules/vscode-languageclient/package.json')}`);
    expect(asked(manifest)).toBeGreaterThanOrEqual(asked(client));
  });

  it('is complete for the Marketplace but for what only the owner has', () => {
    expect(sizeOf(bytes(manifest.icon))).toEqual({ width: 128, height: 128 });
    expect(manifest.galleryBanner).toEqual({ color: expect.stringMatching(/^#[\da-f]{6}$/), theme: 'dark' });
    expect(manifest.categories.filter((category) => !CATEGORIES.has(category))).toEqual([]);
    expect(manifest.keywords.length).toBeLessThanOrEqual(30);
    expect(manifest.activationEvents).not.toContain('*');
  });

  it('is what Open VSX takes', () => {
    for (const name of [manifest.name, manifest.publisher]) expect(name).toMatch(/^[\w\-+$~]+$/);
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest.license).toBe('MIT');
    expect(manifest.displayName.length).toBeLessThanOrEqual(255);
    expect(manifest.description.length).toBeLessThanOrEqual(2048);
    expect(manifest.categories.concat(manifest.keywords).every((tag) => tag.length <= 255)).toBe(true);
  });
});

describe('the page on the Marketplace', () => {
  it.each(['README.md', 'CHANGELOG.md'])('has no picture that is dead or not shown: %s', (file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8');
    const pictures = [...text.matchAll(/!\[[^\]]*\]\(([^)\s]+)[^)]*\)/g)].map(([, url]) => url!);
    expect(text).not.toMatch(/<img\b/i);
    if (file === 'README.md') expect(pictures.length).toBeGreaterThan(0);
    for (const url of pictures) {
      // Completed with the address of the repository; the Marketplace shows no SVG from elsewhere.
      expect(url).toMatch(/^docs\/images\/[\w-]+\.png$/);
      expect(sizeOf(bytes(url)).width).toBeGreaterThan(100);
    }
  });
});
