import type { Issue } from '../../newsletter/issue/issue';
import { tidyAddress } from '../../newsletter/links/tidyAddress';
import { plainTitle } from '../../newsletter/sections/titles';
import { daysOf, locationOf, type Submission, tidyTitle } from './submit';

/** What a pull request says about itself. */
export interface PullRequestText {
  readonly title: string;
  /** Markdown. */
  readonly description: string;
}

/** The newsletter asks it of everybody (its README, “LLM-written articles”). */
const QUESTION =
  '- [ ] The article was written by people, or says that a language model wrote it ([guidelines](https://github.com/rust-lang/this-week-in-rust#llm-written-articles)).';

/** The text of the pull request that proposes a submission. */
export function pullRequestText(issue: Issue, submission: Submission): PullRequestText {
  const { number } = issue.frontMatter;
  const where = number === undefined ? 'the draft' : `issue ${number}`;
  const name = tidyTitle(submission.title);
  const url = tidyAddress(submission.url, issue.date).url;
  if (submission.kind === 'event') {
    const days = daysOf(submission.date);
    const place = locationOf(issue, submission.location);
    return {
      title: `Add event “${name}” of ${days} to ${where}`,
      description: `Adds [${name}](${url}) by ${tidyTitle(submission.organiser)}, ${days}, ${place}, to Upcoming Events of ${where}.\n`,
    };
  }
  const spec = issue.profile.sections.find(({ key }) => key === submission.section);
  const section = spec ? plainTitle(spec.title) : 'Updates from Rust Community';
  return {
    title: `Add “${name}” to ${section}`,
    description: `Adds [${name}](${url}) to ${section} of ${where}.\n\n${QUESTION}\n`,
  };
}
