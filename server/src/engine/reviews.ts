import { dropEdit, type Submitted, submissionFrom, submitted } from '../features/review/review';
import type { CheckOptions } from '../rules/rule';
import type { Edit } from '../text/edits';
import type { SourceText } from '../text/sourceText';
import { passed } from './gate';
import type { Document, Reader } from './reader';

/** Going through the submissions that `submerge fetch` has put into a draft. */
export interface Reviews {
  /**
   * The submission to look at after that at an offset was shown, kept or dropped.
   *
   * @returns its places are in `source`, the text once the edits are made
   */
  review(document: Document, options: CheckOptions, offset: number, what: 'show' | 'keep' | 'drop'): Review;
}

interface Review {
  readonly edits: readonly Edit[];
  readonly source: SourceText;
  readonly total: number;
  readonly next: (Submitted & { readonly nth: number; readonly findings: readonly string[] }) | undefined;
}

export function reviews(reader: Reader): Reviews {
  return {
    review: (document, options, offset, what) => {
      const issue = reader.issue(document);
      const current = submissionFrom(submitted(issue), offset);
      const inside = current !== undefined && current.whole.start <= offset;
      const edits =
        what === 'drop' && inside
          ? passed(reader.ports.log, `Dropping a submission of ${document.uri}`, document.text, [
              dropEdit(current),
            ])
          : [];
      const trial = reader.tryOut(document, options, edits);
      const list = submitted(trial.issue);
      // What is kept is done with; what was dropped has left its place to the next.
      const from = what === 'keep' && inside ? current.whole.end : offset;
      const next = submissionFrom(list, edits.length > 0 ? current!.whole.start : from);
      return {
        edits,
        source: trial.issue.source,
        total: list.length,
        next: next && {
          ...next,
          nth: list.indexOf(next) + 1,
          findings: trial.findings
            .filter(({ rule }) => rule !== 'marker-comment-left')
            .filter(
              ({ at, severity }) =>
                severity !== 'hint' && at.start < next.whole.end && at.end > next.whole.start,
            )
            .map(({ message }) => message),
        },
      };
    },
  };
}
