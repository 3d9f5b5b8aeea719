import type { Issue } from '../../newsletter/issue/issue';
import type { KnownFindings } from '../../rules/check/verdict';
import type { Finding, Fix } from '../../rules/rule';
import type { Edit } from '../../text/edits';
import type { Range } from '../../text/sourceText';
import type { Steps } from '../../text/steps';

export const FIX_ALL_KIND = 'source.fixAll.twir';
export const ORGANIZE_KIND = 'source.organizeEvents.twir';
export const MOVE_KIND = 'refactor.move';
export const RESCHEDULE_KIND = 'refactor.rewrite';

export type ActionKind =
  | 'quickfix'
  | typeof MOVE_KIND
  | typeof RESCHEDULE_KIND
  | typeof FIX_ALL_KIND
  | typeof ORGANIZE_KIND;

export const ACTION_KINDS: readonly ActionKind[] = [
  'quickfix',
  MOVE_KIND,
  RESCHEDULE_KIND,
  FIX_ALL_KIND,
  ORGANIZE_KIND,
];

/** Something an author can have done at a place in an issue. */
export interface Action {
  /** Names the action among those of one range of a version of a document. */
  readonly id: string;
  readonly kind: ActionKind;
  readonly title: string;
  /** What a fix mends. */
  readonly findings: readonly Finding[];
  /** The one right answer. */
  readonly preferred: boolean;
  /** The texts of the edits are snippets. */
  readonly snippet: boolean;
  readonly command?: NonNullable<Fix['command']>;
  /** In the document's own line ending. Costs time for actions on the whole document. */
  edits(): readonly Edit[];
  /** The same in steps, where it takes long. */
  editsInSteps?(): Steps<readonly Edit[]>;
}

/** What an author may have done where, and how it is found. */
export interface ActionRequest {
  readonly issue: Issue;
  /** What is known of the findings in the issue; only who wants to mend them asks. */
  readonly known: () => KnownFindings;
  /** Where the author is; an empty range for a cursor. */
  readonly range: Range;
  /** Whether actions of this kind are asked for. */
  readonly wants: (kind: ActionKind) => boolean;
  /** Edits that mend every finding that can be mended in bulk and passes. */
  readonly fixAll: (only?: (finding: Finding) => boolean) => Steps<readonly Edit[]>;
  /** Edits that mend all findings of a rule by one kind of fix. */
  readonly fixAlike: (rule: string, wanted: (fix: Fix) => boolean) => Steps<readonly Edit[]>;
  /** Whether there are events to put in order. */
  readonly canOrganize: () => boolean;
  readonly organize: () => Steps<readonly Edit[]>;
}
