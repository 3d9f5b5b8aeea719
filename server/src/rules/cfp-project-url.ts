import { projectCalls } from '../newsletter/sections/calls';
import { definePieceRule } from './rule';

/** An issue, pull request or discussion on any forge, in a bug tracker, or a topic in the forum. */
const TASK =
  /\/(?:issues|pull|pulls|discussions|merge_requests|work_items)\/\d+|[?&](?:id|issue)=\d+|^https:\/\/users\.rust-lang\.org\/t\//;

/** A call for participation leads to one task. */
export default definePieceRule({
  id: 'cfp-project-url',
  in: ['cfp'],
  summary: 'A call for participation does not lead to an issue',
  why: 'The guidelines ask for one task that can be picked up: a repository or a list of issues sends readers searching (#5772).',
  severity: 'info',
  fix: 'never',
  yieldsTo: ['placeholder-blank'],
  examples: [
    {
      title: 'a list of issues',
      bad: '## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n* [example - good first issues](https://github.com/example/example/issues)\n',
      found: ['5:33-74: This address does not lead to a single issue'],
      good: '## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n* [example - write a guide](https://github.com/example/example/issues/1)\n',
    },
  ],
  check(piece, report) {
    for (const { link } of projectCalls(piece)) {
      if (TASK.test(link.url) || !/^https?:/.test(link.url)) continue;
      report({ at: link.urlRange, message: 'This address does not lead to a single issue' });
    }
  },
});
