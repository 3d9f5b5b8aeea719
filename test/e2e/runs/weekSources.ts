import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A week to be edited from the template to the published file. */
export interface WeekSources {
  /** What the run is about: the sample, or the issue of a date. */
  readonly title: string;
  /** Date of the issue, `YYYY-MM-DD`. */
  readonly date: string;
  /** What is copied elsewhere and filled in from the clipboard, one after the other: the generator’s output and the like. */
  readonly clipboards: readonly { readonly what: string; readonly text: string }[];
  /** Posts of the forum. */
  readonly crate?: string;
  readonly quote?: string;
  /** Links to be added, by the heading that they belong under. */
  readonly links: readonly { readonly heading: string; readonly text: string }[];
  /** Events in the clipboard; calendars of the configuration when absent. */
  readonly events?: string;
  /** Whether the clipboards have calls for participation. */
  readonly participation: boolean;
  /** Writes the checkout of the newsletter, and the others beside it, into a folder of the run’s own. */
  prepare(folder: string): void;
}

const NEWSLETTER = 'https://github.com/rust-lang/this-week-in-rust.git';
const dayBefore = (date: string, days: number) =>
  new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);

/** The week after the sample’s, from our own sources. @param root where `docs/sample` is */
export function sampleWeek(root: string): WeekSources {
  const date = '2026-12-02';
  const calendar = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:oslo-1
DTSTART;TZID=Europe/Oslo:20261216T180000
SUMMARY:A quiet evening of macros
LOCATION:Oslo, Norway
URL:https://example.org/rust-oslo/macros
ORGANIZER;CN=Rust Oslo:mailto:oslo@example.org
END:VEVENT
END:VCALENDAR
`;
  return {
    title: 'the sample',
    date,
    crate: `[quote="mina, post:1500, topic:2704"]\nI suggest [clapper](https://crates.io/crates/clapper), a crate to clap at a given time.\n[/quote]`,
    quote: `[quote="mina, post:1900, topic:328"]\n> Clapping is fast, and costs nothing.\n\n— Otto Example on rust-users\n\nhttps://users.rust-lang.org/t/on-clapping/777/4\n[/quote]`,
    participation: false,
    links: [
      {
        heading: 'Official',
        text: 'Announcing the survey\nhttps://example.org/the-survey?utm_source=feed\n\nThe release after the next\nhttps://example.org/after-the-next',
      },
      { heading: 'Observations/Thoughts', text: 'Why we borrow\nhttps://example.com/why-we-borrow' },
      { heading: 'Research', text: 'A proof of nothing\nhttps://example.com/proof-of-nothing' },
    ],
    clipboards: [
      {
        what: 'the generator’s output',
        text: `## Calls for Testing

*No calls for testing were issued this week by [Rust](https://github.com/rust-lang/rust/labels/call-for-testing).*

### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)

* *No RFCs were approved this week.*

### Final Comment Period

#### Tracking Issues & PRs
##### [Rust](https://github.com/rust-lang/rust/labels/final-comment-period)
* [Stabilize \`slice::as_nothing\`](https://github.com/rust-lang/rust/issues/900001)

*No Items entered Final Comment Period this week for
  [Cargo](https://github.com/rust-lang/cargo/issues?q=is%3Aopen+label%3Afinal-comment-period+sort%3Aupdated-desc).*

### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)
* [Add a \`never\` thing to Vec<T>](https://github.com/rust-lang/rfcs/pull/9001)

<!-- Commit message -->
Update CFT, FCP, MCP and RFC sections for TWiR-xxx
`,
      },
    ],
    prepare(folder) {
      const newsletter = join(folder, 'this-week-in-rust');
      cpSync(join(root, 'docs/sample'), newsletter, { recursive: true });
      const write = (path: string, text: string) => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      };
      write('this-week-in-rust/calendars/oslo.ics', calendar);
      write(
        `rustc-perf/triage/2026/${dayBefore(date, 2)}.md`,
        `# ${dayBefore(date, 2)} Triage Log\n\nA week of small steps, most of them forward.\n\nTriage done by **@mina**.\nRevision range: [1a2b3c4d..5e6f7a8b](https://perf.rust-lang.org/?start=1a2b3c4d&end=5e6f7a8b)\n\n1 Regressions, 2 Improvements, 3 Mixed; 1 of them in rollups\n25 artifact comparisons made in total\n\n#### Regressions\n\nNone.\n`,
      );
      repository(join(folder, 'rustc-perf'), 'https://github.com/rust-lang/rustc-perf.git', []);
      repository(join(folder, 'cargo'), 'https://github.com/rust-lang/cargo.git', [
        { date: dayBefore(date, 3), text: 'feat(index): read the index in pieces (#15101)' },
        { date: dayBefore(date, 3), text: 'fix: keep features of optional dependencies (#15102)' },
        { date: dayBefore(date, 2), text: 'chore(deps): update compatible (#15103)' },
      ]);
      repository(join(folder, 'rust-clippy'), 'https://github.com/rust-lang/rust-clippy.git', [
        { date: dayBefore(date, 4), text: 'new lint: needless_arc_clone (#16001)' },
      ]);
      write(
        'this-week-in-rust/.twir.json',
        JSON.stringify({
          checkouts: ['../cargo', '../rust-clippy', '../rustc-perf'],
          calendars: ['calendars'],
        }),
      );
      repository(newsletter, NEWSLETTER, []);
    },
  };
}

/** Weeks of the newsletter’s own past for which everything stands beside the checkout. @param shared that place */
export function realWeeks(shared: string): WeekSources[] {
  if (!existsSync(join(shared, 'week'))) return [];
  return ['2026-01-28', '2026-02-11', '2026-02-25'].map((date) => realWeek(shared, date));
}

function realWeek(shared: string, date: string): WeekSources {
  const content = join(shared, 'corpus/content');
  const published = readFileSync(join(content, `${date}-this-week-in-rust.md`), 'utf8');
  /** The text from one heading down to another. */
  const part = (from: string, to: string) => {
    const start = published.indexOf(`\n${from}\n`);
    const end = published.indexOf(`\n${to}`, start);
    if (start < 0 || end < 0) throw new Error(`The issue of ${date} has no part “${from}”`);
    return published.slice(start + 1, end + 1);
  };
  const report = readFileSync(join(shared, 'week/perf/index.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { date: string; path: string } => JSON.parse(line))
    .find((entry) => entry.date === date);
  const repositories = ['cargo', 'rust-clippy', 'rust-analyzer'];
  return {
    title: `the issue of ${date}`,
    date,
    links: [],
    participation: true,
    clipboards: [
      {
        what: 'the links of the week',
        text: part('## Updates from Rust Community', '## Crate of the Week'),
      },
      {
        what: 'the generator’s output',
        text: readFileSync(join(shared, 'week/generated/some-items.md'), 'utf8'),
      },
      {
        what: 'crate, participation and quote',
        text: [
          part('## Crate of the Week', '## Calls for Testing'),
          part('## Call for Participation; projects and speakers', '## Updates from the Rust Project'),
          part('# Quote of the Week', 'This Week in Rust is edited by:'),
        ].join('\n'),
      },
    ],
    events: part('## Upcoming Events', '## Jobs'),
    prepare(folder) {
      const newsletter = join(folder, 'this-week-in-rust');
      mkdirSync(join(newsletter, 'content'), { recursive: true });
      mkdirSync(join(newsletter, 'draft'));
      for (const name of readdirSync(content))
        if (name < date) cpSync(join(content, name), join(newsletter, 'content', name));
      const templates = join(shared, 'corpus/template');
      const template = readdirSync(templates)
        .filter((name) => name.slice('DRAFT_TEMPLATE-'.length) <= date)
        .sort()
        .at(-1)!;
      cpSync(join(templates, template), join(newsletter, 'draft/DRAFT_TEMPLATE'));
      if (report) {
        const file = join(folder, 'rustc-perf', report.path);
        mkdirSync(dirname(file), { recursive: true });
        cpSync(join(shared, 'week/perf', `${date}.source.md`), file);
      }
      repository(join(folder, 'rustc-perf'), 'https://github.com/rust-lang/rustc-perf.git', []);
      for (const name of repositories)
        repository(
          join(folder, name),
          `https://github.com/rust-lang/${name}.git`,
          readFileSync(join(shared, 'week/merged', `${name}.jsonl`), 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
            .sort((a, b) => Date.parse(a.date) - Date.parse(b.date))
            .map(({ date, subject, body }) => ({ date, text: `${subject}\n\n${body}` })),
        );
      writeFileSync(
        join(newsletter, '.twir.json'),
        JSON.stringify({ checkouts: [...repositories, 'rustc-perf'].map((name) => `../${name}`) }),
      );
      repository(newsletter, NEWSLETTER, []);
    },
  };
}

/** Makes a folder a clone: a commit for each message, then one of the files that are there, all on `origin/main`. */
function repository(
  folder: string,
  remote: string,
  commits: readonly { readonly date: string; readonly text: string }[],
): void {
  mkdirSync(folder, { recursive: true });
  const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  const git = (words: readonly string[], input?: string) =>
    execFileSync('git', ['-C', folder, ...author, ...words], { input: input ?? '' });
  git(['init', '-q', '-b', 'main']);
  git(['remote', 'add', 'origin', remote]);
  const stream = commits.map(({ date, text }, index) => {
    const seconds = Math.floor(Date.parse(date) / 1000);
    const from = index > 0 ? `from :${index}\n` : '';
    return `commit refs/heads/main\nmark :${index + 1}\ncommitter A <a@example.com> ${seconds} +0000\ndata ${Buffer.byteLength(text)}\n${text}\n${from}`;
  });
  git(['fast-import', '--quiet'], stream.join(''));
  if (readdirSync(folder).length > 1) {
    git(['add', '--all']);
    git(['commit', '-q', '-m', 'Files']);
  }
  git(['update-ref', 'refs/remotes/origin/main', 'HEAD']);
}
