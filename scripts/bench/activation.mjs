// Loads and activates the extension, as VS Code does beside a file that is not the newsletter's: prints the milliseconds that takes.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const disposable = () => ({ dispose() {} });

/** As much of VS Code as is there before an extension has done anything; what it has besides are classes. */
const vscode = {
  Disposable: { from: disposable },
  commands: { registerCommand: disposable },
  workspace: {
    onDidOpenTextDocument: disposable,
    onDidChangeTextDocument: disposable,
    findFiles: async () => [],
    textDocuments: [],
  },
};
const load = Module._load;
Module._load = (name, ...rest) =>
  name === 'vscode'
    ? new Proxy(vscode, { get: (known, key) => known[key] ?? class {} })
    : load(name, ...rest);

const begin = performance.now();
const { activate } = createRequire(import.meta.url)(join(root, manifest.main));
await activate({ subscriptions: [], extension: { packageJSON: manifest } });
console.log(performance.now() - begin);
