import type { Issue } from '../../newsletter/issue/issue';
import type { Finding, Fix } from '../../rules/rule';

/** Something that is left to do before an issue comes out, and can be done at once. */
interface Offer {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** What stands in the way of publication, parted by whether there is one answer that needs nothing from the author. */
export interface Leftovers {
  readonly offers: readonly Offer[];
  /** Errors that only the author can mend. */
  readonly errors: readonly Finding[];
}

/**
 * Parts what is found at stage release. The address of the discussion is not missed: there is none before the issue is out.
 */
export function leftovers(issue: Issue, findings: readonly Finding[]): Leftovers {
  const offers: Offer[] = [];
  const errors: Finding[] = [];
  const waiting = issue.placeholders.filter(({ spec }) => spec.id === 'reddit-link');
  for (const finding of findings) {
    const { at, severity, fixes } = finding;
    if (waiting.some(({ start, end }) => at.start < end && at.end > start)) continue;
    const fix = fixes.find(
      ({ all, preferred, snippet, command }) =>
        (all || (severity === 'error' && preferred)) && !snippet && !command,
    );
    if (fix) offers.push({ finding, fix });
    else if (severity === 'error') errors.push(finding);
  }
  return { offers, errors };
}
