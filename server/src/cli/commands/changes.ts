import type { Change } from '../../features/changes/changes';
import { applyEdits } from '../../text/edits';
import { CHANGE_OPTIONS, Changes } from '../changes';
import { defineCommand, UsageError } from '../command';
import { documentOf, uriOf } from '../inputFile';
import { Session } from '../session';
import { InputError } from '../system';

export const changes = defineCommand({
  name: 'changes',
  summary: 'List merged pull requests from checkouts',
  description:
    'Lists what was merged in the week of a draft, under its headings and in house style: the merges of the first-parent logs of checkouts (clones without blobs will do), without what this or an earlier issue lists. Of a checkout of the RFCs also those that no earlier issue listed. Only what editors usually keep is inserted, unless --all or --only choose.',
  operands: { usage: 'DRAFT', least: 1, most: 1 },
  options: {
    repo: { value: 'PATH', multiple: true, help: 'A checkout (default: those that .twir.json names)' },
    list: {
      help: 'Print every candidate as a JSON line with repo, number, title, url, group and usual, and change nothing',
    },
    only: { value: 'REPO#NUMBER', multiple: true, help: 'Insert this one' },
    all: { help: 'Insert every candidate' },
    archive: { value: 'DIR', help: 'Earlier issues (default: content/ beside the draft’s folder)' },
    ...CHANGE_OPTIONS,
  },
  examples: [
    {
      what: 'What could be listed?',
      call: 'twir changes --list --repo ../cargo --repo ../rust-clippy draft/2026-02-25-this-week-in-rust.md',
    },
  ],
  run: async ({ options: { repo, list, only, all, archive, ...options }, operands, system }) => {
    if (all && only.length > 0) throw new UsageError('--all and --only exclude each other');
    for (const path of repo)
      if (system.kindOf(path) !== 'folder') throw new InputError(`--repo ${path}: no such folder`);
    const session = new Session(system, archive);
    const changes = new Changes(system, options);
    for await (const file of session.newsletterFiles(operands, {
      stdinFilename: options['stdin-filename'],
      single: true,
    })) {
      await session.engine.ready(file.uri);
      const document = documentOf(file);
      const asked = repo.length > 0 ? repo.map(uriOf) : undefined;
      const found = await session.engine.mergedChanges(document, asked);
      for (const problem of found.problems) session.fail(problem);
      if (found.checkouts === 0)
        throw new InputError('no checkout: use --repo PATH, or name some in .twir.json');
      if (list) {
        for (const change of found.changes) system.terminal.write(`${json(change)}\n`);
        continue;
      }
      const chosen = found.changes.filter((change) =>
        only.length > 0 ? only.some((name) => isNamed(change, name)) : all || change.usual,
      );
      for (const name of only)
        if (!found.changes.some((change) => isNamed(change, name)))
          session.fail(
            `${name} is not among what was merged, or is listed already; --list prints what is left`,
          );
      const after = applyEdits(file.text, session.engine.insertChanges(document, chosen));
      changes.apply(file, after);
      // A diff or a text has standard output for itself.
      if (options.diff || file.stdin) continue;
      const done = options['dry-run'] ? 'would be added' : 'added';
      system.terminal.write(
        `${file.path}: ${chosen.length} of ${found.changes.length} pull requests ${done}\n`,
      );
    }
    return session.failed ? 2 : 0;
  },
});

function json({ repo, number, title, url, group, usual }: Change): string {
  return JSON.stringify({ repo, number, title, url, group, usual });
}

function isNamed({ id }: Change, name: string): boolean {
  return id.toLowerCase() === name.toLowerCase() || id.toLowerCase().endsWith(`/${name.toLowerCase()}`);
}
