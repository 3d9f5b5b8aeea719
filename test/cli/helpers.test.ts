import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { help } from '../../server/src/cli/helper';
import { packed } from '../../server/src/cli/packedFile';
import type { Helpers } from '../../server/src/cli/system';
import { type Answer, fileOf, type Task, taskOf } from '../../server/src/cli/task';
import { nodeKept } from '../../server/src/node/kept';
import { nodeSystem } from '../../server/src/node/system';
import { FRONT, TODAY, temporaryFolder, twirWith } from './twir';

const folder = temporaryFolder();
const COUNT = 30;

/** Issues of half a year, each with something to find, and with the link of the one before. */
function writeIssues(): string {
  for (let n = 0; n < COUNT; n += 1) {
    const date = new Date(Date.UTC(2025, 0, 1 + 7 * n)).toISOString().slice(0, 10);
    const links = [n, n + 1].map((post) => `* [Post number ${post}](https://example.com/${post})\n`).join('');
    folder.write(
      `content/${date}-this-week-in-rust.md`,
      `${FRONT.replace('2026-02-25', date)}## Updates from Rust Community\n\n${links}\nSpaces at the end. \n`,
    );
  }
  return path.join(folder.path, 'content');
}

/** A helper in this thread. @param at is told what is done before each answer */
function helpers(at: (answer: Answer) => void = () => {}): Helpers {
  const machine = { ...nodeSystem(), kept: keptIn('helper') };
  return {
    most: 1,
    start: async (task: Task) => {
      const answers: Answer[] = [];
      const terminal = { ...machine.terminal, today: TODAY };
      // As from another thread: nothing is shared but what can be.
      const sent = structuredClone(task);
      await help({ ...sent, next: task.next }, { ...machine, terminal }, (answer) => {
        answers.push(structuredClone(answer));
        at(answer);
      }).catch(() => {});
      return answers;
    },
  };
}

const keptIn = (name: string) => nodeKept(folder.write('cli.js', 'one build'), path.join(folder.path, name));

describe('a task', () => {
  it('has the texts of its files, whatever is in them', () => {
    const texts = ['', '\uFEFFOne.\r\n', 'Zürich, 東京 and 🎥', 'x'.repeat(10)];
    const inputs = texts.map((text, n) => packed({ path: `${n}.md`, uri: `file:///${n}.md`, text }));
    const task = taskOf(inputs, { rule: [], withFixes: false }, false);
    const taken = inputs.map((_, index) => fileOf(task, index));
    expect(taken.map(({ path, uri, text }) => ({ path, uri, text }))).toEqual(
      inputs.map(({ path, uri }, n) => ({ path, uri, text: texts[n] })),
    );
  });
});

describe('helpers', () => {
  it('take over files, and all is told as if there were none', async () => {
    const content = writeIssues();
    const alone = await twirWith({}, 'check', '--format', 'json', content);
    let helped = 0;
    const with_ = helpers(() => {
      helped += 1;
    });
    expect(await twirWith({ helpers: with_ }, 'check', '--format', 'json', content)).toEqual(alone);
    expect(alone.out).toContain('whitespace');
    expect(helped).toBeGreaterThan(0);
    expect(helped).toBeLessThan(COUNT);
  });

  it('that break down leave the rest to others', async () => {
    const content = writeIssues();
    const broken = helpers(() => {
      throw new Error('no memory left');
    });
    const alone = await twirWith({}, 'check', content);
    expect(await twirWith({ helpers: broken }, 'check', content)).toEqual(alone);
  });

  it('find out what the next run need not', async () => {
    const content = writeIssues();
    const kept = keptIn('cache');
    const first = await twirWith({ helpers: helpers(), kept }, 'check', content);
    let asked = 0;
    const again: Helpers = {
      most: 1,
      start: async () => {
        asked += 1;
        return [];
      },
    };
    let writes = 0;
    const counted = {
      ...kept,
      write: () => {
        writes += 1;
      },
    };
    expect(await twirWith({ helpers: again, kept: counted }, 'check', content)).toEqual(first);
    expect([asked, writes]).toEqual([0, 0]);
  });

  it('say what is wrong with a configuration once', async () => {
    const content = writeIssues();
    folder.write('.twir.json', '{ "rules": { "no-such-rule": "off" } }');
    const alone = await twirWith({}, 'check', content);
    expect(alone.complaints).toContain('no-such-rule');
    expect(await twirWith({ helpers: helpers() }, 'check', content)).toEqual(alone);
  });

  it('are not asked for a few files, nor to mend any', async () => {
    const content = writeIssues();
    const none: Helpers = {
      most: 1,
      start: () => {
        throw new Error('asked for help');
      },
    };
    const one = path.join(content, '2025-01-01-this-week-in-rust.md');
    expect((await twirWith({ helpers: none }, 'check', one)).complaints).toBe('');
    expect((await twirWith({ helpers: none }, 'check', '--fix', content)).complaints).toBe('');
  });
});
