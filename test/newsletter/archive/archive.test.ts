import { describe, expect, it } from 'vitest';
import { Archive } from '../../../server/src/newsletter/archive/archive';
import { addDays } from '../../../server/src/newsletter/issue/date';
import { groupKey, linkKey } from '../../../server/src/newsletter/links/keys';

const GROUP = 'https://example.com/groups/oslo/';
const POST = 'http://www.example.com/post/';

function issue(date: string, number: number): string {
  return `Title: This Week in Rust ${number}\nNumber: ${number}\nDate: ${date}\nCategory: This Week in Rust\n
## Updates from Rust Community\n\n### Observations/Thoughts\n* [A post](${POST})\n
## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](${GROUP})\n    * [**Talks**](${GROUP}1)\n`;
}

function archiveOf(...issues: readonly (readonly [date: string, number: number])[]): Archive {
  const archive = new Archive(linkKey);
  for (const [date, number] of issues) archive.add(`file:///content/${date}.md`, issue(date, number));
  return archive;
}

describe('an archive', () => {
  it('knows links and groups by their keys, the latest issue first, in whatever order files come', () => {
    const view = archiveOf(['2026-02-11', 638], ['2026-02-18', 639], ['2026-02-04', 637]).before(
      '2026-02-18',
    );
    expect(view?.earlierLinks(linkKey('https://example.com/post'))).toMatchObject([
      { date: '2026-02-11', issuesAgo: 1 },
      { date: '2026-02-04', issuesAgo: 2 },
    ]);
    expect(view?.organiser(groupKey(GROUP))).toMatchObject({ uses: 2, lastSeen: '2026-02-11' });
  });

  it('is made ready in steps of some issues each', () => {
    const days = Array.from({ length: 100 }, (_, n) => [addDays('2020-01-01', 7 * n), n] as const);
    const archive = archiveOf(...days);
    const steps = [...archive.prepare()];
    expect(steps.length).toBeGreaterThanOrEqual(3);
    const tells = (of: Archive) => of.before('2026-01-01')?.earlierLinks(linkKey(POST));
    expect(tells(archive)).toHaveLength(100);
    expect(tells(archive)).toEqual(tells(archiveOf(...days)));
  });

  it('forgets a file that is gone, and takes one that another archive has read', () => {
    const archive = archiveOf(['2026-02-11', 638], ['2026-02-18', 639]);
    const taken = new Archive(linkKey);
    taken.take('file:///content/2026-02-18.md', archive);
    expect(taken.before('2026-02-25')?.issues[0]).toBe(archive.before('2026-02-25')?.issues[0]);
    archive.remove('file:///content/2026-02-18.md');
    expect(archive.before('2026-02-25')?.issues.map(({ date }) => date)).toEqual(['2026-02-11']);
  });

  it('is asked once for what somebody finds out about one of its issues', () => {
    const archive = archiveOf(['2026-02-18', 639]);
    const view = archive.before('2026-02-25')!;
    let asked = 0;
    const find = () => {
      asked += 1;
      return undefined;
    };
    const later = archive.before('2026-03-04')!;
    const [issue] = view.issues;
    expect([view, later].map((each) => each.answer(issue!, find, find))).toEqual([undefined, undefined]);
    expect(asked).toBe(1);
  });
});
