import { expect, it } from 'vitest';
import { pullRequestText } from '../../../server/src/features/submit/pullRequest';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI } from '../../helpers/fixture';

const issue = readIssue({
  uri: DRAFT_URI,
  text: 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n',
});

it('proposes a link and asks the newsletter’s question', () => {
  const { title, description } = pullRequestText(issue, {
    kind: 'link',
    section: 'community/research',
    title: ' A  paper ',
    url: 'https://example.com/paper?utm_source=x',
  });
  expect(title).toBe('Add “A paper” to Research');
  expect(description).toMatch(
    /^Adds \[A paper\]\(https:\/\/example\.com\/paper\) to Research of issue 640\.\n\n- \[ \] The article was written by people/,
  );
});

it('says of an event what its entry says', () => {
  const { title, description } = pullRequestText(issue, {
    kind: 'event',
    date: '2026-03-04 to 2026-03-05',
    location: 'hybrid (London, GB)',
    organiser: 'Rust London',
    organiserUrl: 'https://example.com/london',
    title: 'Days',
    url: 'https://example.com/days',
  });
  expect(title).toBe('Add event “Days” of 2026-03-04 - 2026-03-05 to issue 640');
  expect(description).toContain('by Rust London, 2026-03-04 - 2026-03-05, Hybrid (London, UK), to');
});

it('proposes an event', () => {
  const text = pullRequestText(issue, {
    kind: 'event',
    date: '2026-03-04',
    location: 'Oslo, NO',
    organiser: 'Rust Oslo',
    organiserUrl: 'https://example.com/oslo',
    title: 'Evening',
    url: 'https://example.com/evening',
  });
  expect(text).toEqual({
    title: 'Add event “Evening” of 2026-03-04 to issue 640',
    description:
      'Adds [Evening](https://example.com/evening) by Rust Oslo, 2026-03-04, Oslo, NO, to Upcoming Events of issue 640.\n',
  });
});
