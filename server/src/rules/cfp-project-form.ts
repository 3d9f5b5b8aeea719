import type { Piece } from '../newsletter/issue/piece';
import type { ProjectCall } from '../newsletter/sections/calls';
import { projectCalls } from '../newsletter/sections/calls';
import type { Range } from '../text/sourceText';
import { definePieceRule, type Report } from './rule';

const FORM = /^\S.*? - \S/;
/** The first dash that separates something, with a blank on one side at least. That of `--quiet` is none. */
const SEPARATOR = /[ \t\u00a0]+(?!--\w|-\w\b|-+>)[-–—−]+[ \t\u00a0]*|(?<![<\s])[-–—−]+[ \t\u00a0]+/;
const REPOSITORY = /^https:\/\/(?:www\.)?(?:github|gitlab|codeberg)\.(?:com|org)\/[^/]+\/([\w.-]+)/;

/** Calls for participation name the project before the task. */
export default definePieceRule({
  id: 'cfp-project-form',
  in: ['cfp'],
  summary: 'A call for participation is not written as “project - task”',
  why: 'Readers look for projects that they know. 192 of 215 calls have the name, a space, a hyphen and a space before the task.',
  severity: 'info',
  fix: 'sometimes',
  tags: ['repair'],
  examples: [
    {
      title: 'a dash',
      bad: '## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n* [example – write a guide](https://github.com/example/example/issues/1)\n',
      found: ['5:11-14: Project and task are separated by “ - ”, not by “ – ”'],
      fixes: ['Write “ - ”'],
      good: '## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n* [example - write a guide](https://github.com/example/example/issues/1)\n',
    },
    {
      title: 'no project',
      bad: '## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n* [Write a guide](https://github.com/example/example/issues/1)\n',
      found: ['5:4-17: The name of the project is missing: calls are written “project - task”'],
      fixes: ['Put “example - ” before the task'],
      good: '## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n* [example - Write a guide](https://github.com/example/example/issues/1)\n',
    },
  ],
  check(piece, report) {
    for (const call of projectCalls(piece)) {
      const found = check(piece, call);
      if (found) report(found);
    }
  },
});

function check(piece: Piece, { link }: ProjectCall): Report | undefined {
  const { textRange } = link;
  const text = piece.source.slice(textRange);
  const code = piece.code.filter(({ start, end }) => start >= textRange.start && end <= textRange.end);
  // Bold names are a surveyed thing, not a project; what stands in code is no separator.
  const visible = code.reduce(
    (masked, { start, end }) =>
      masked.slice(0, start - textRange.start) +
      'x'.repeat(end - start) +
      masked.slice(end - textRange.start),
    text,
  );
  // Another hyphen before the one that separates is the author's: `ls -la: wrong width - a task`.
  if (FORM.test(visible.trimStart())) return undefined;
  const separator = SEPARATOR.exec(visible.trimEnd());
  if (separator && separator.index > 0) {
    const start = textRange.start + separator.index;
    return separatorReport({ start, end: start + separator[0].length }, separator[0]);
  }
  const project = REPOSITORY.exec(link.url)?.[1];
  // `example: write a guide`, `Example-Write a guide`
  const behind = project && visible.toLowerCase().startsWith(project.toLowerCase()) ? project.length : 0;
  const sign = behind > 0 ? /^(?::\s*|[-–—](?=\p{Lu}))/u.exec(visible.slice(behind))?.[0] : undefined;
  if (sign) {
    const start = textRange.start + behind;
    return separatorReport({ start, end: start + sign.length }, sign);
  }
  return {
    at: textRange,
    message: 'The name of the project is missing: calls are written “project - task”',
    fixes: project
      ? [
          {
            title: `Put “${project} - ” before the task`,
            edits: () => [{ start: textRange.start, end: textRange.start, text: `${project} - ` }],
          },
        ]
      : [],
  };
}

function separatorReport(at: Range, found: string): Report {
  return {
    at,
    message: `Project and task are separated by “ - ”, not by “${found}”`,
    fixes: [{ title: 'Write “ - ”', all: true, edits: () => [{ ...at, text: ' - ' }] }],
  };
}
