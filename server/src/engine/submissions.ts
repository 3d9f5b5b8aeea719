import { isTransferable, type Transfer, transfer } from '../features/submit/elsewhere';
import { COLLECTED_ANYWAY, EVENT_GUIDELINES, LINK_GUIDELINES } from '../features/submit/guide';
import { isOnlyLinks, linkItemsEdit } from '../features/submit/linkItems';
import { type PullRequestText, pullRequestText } from '../features/submit/pullRequest';
import {
  beforeEdits,
  checkField,
  completed,
  type FieldCheck,
  findingsAbout,
  insertedRanges,
  type PartialSubmission,
  type SubmissionField,
} from '../features/submit/submissionCheck';
import {
  type Submission,
  type SubmissionSection,
  submissionEdits,
  submissionSections,
} from '../features/submit/submit';
import { daysBetween } from '../newsletter/issue/date';
import type { Issue } from '../newsletter/issue/issue';
import { DAYS_TO_PUBLISH, isPublished, isTemplate } from '../protocol/newsletterFile';
import { LateFinding } from '../rules/check/lateFinding';
import { hasTag } from '../rules/index';
import type { CheckOptions, Finding } from '../rules/rule';
import { type Edit, withEol } from '../text/edits';
import { plainSnippet } from '../text/snippet';
import type { Range, SourceText } from '../text/sourceText';
import { parentOf } from '../workspace/files';
import { passed } from './gate';
import type { Document, Reader } from './reader';

/** New links and events, judged before they are in the issue. */
export interface Submissions {
  submissionStart(document: Document): SubmissionStart;
  /** What there is to say about one field. @throws RangeError for a field that there is none of */
  checkSubmission(
    document: Document,
    options: CheckOptions,
    submission: PartialSubmission,
    field: string,
  ): FieldCheck & Judgement;
  /** Puts a submission where it belongs; undefined when no place can be told. */
  submit(
    document: Document,
    options: CheckOptions,
    submission: Submission,
  ):
    | (Judgement & {
        readonly edits: readonly Edit[];
        readonly places: readonly Range[];
        readonly pullRequest: PullRequestText;
      })
    | undefined;
  /**
   * The draft that submissions belong into, for a file that takes none: the template, a published issue, an older draft.
   *
   * @returns undefined for the draft of these days, and when there is none
   */
  draftInstead(document: Document, at: Range): Promise<Document | undefined>;
  /** Moves the item or event at a place into another draft; undefined where there is none. */
  transfer(document: Document, draft: Document, at: Range): Transfer | undefined;
  /** Items in place of addresses from the clipboard; undefined when there are none in the text. */
  linkItems(
    document: Document,
    options: CheckOptions,
    pasted: PastedText,
    offset: number,
  ): (Judgement & { readonly edit: Edit }) | undefined;
}

/** What is pasted or dropped. */
interface PastedText {
  readonly text: string;
  /** The same as a browser has it. */
  readonly html?: string;
  /** Nothing is made of it when there is more than links in it. */
  readonly onlyLinks?: boolean;
}

interface SubmissionStart {
  /** What is added to, e.g. `issue 640`. */
  readonly title: string;
  readonly window: Issue['window'];
  readonly sections: readonly SubmissionSection[];
  readonly linkGuidelines: string;
  readonly eventGuidelines: string;
}

/** What the rules say about what would be added. Places of the issue itself are in `source`. */
export interface Judgement {
  readonly source: SourceText;
  readonly findings: readonly Finding[];
}

/** Why a submission that is complete goes nowhere. */
const NO_PLACE: Readonly<Record<Submission['kind'], string>> = {
  event: 'The country is missing or not known: write a place like Oslo, NO, Virtual or Hybrid (Oslo, NO)',
  link: 'The section was not found',
};

const FIELDS: readonly SubmissionField[] = ['url', 'title', 'date', 'location', 'organiser', 'organiserUrl'];

export function submissions(reader: Reader): Submissions {
  return {
    submissionStart: (document) => {
      const issue = reader.issue(document);
      const { number } = issue.frontMatter;
      return {
        title: number === undefined ? 'the draft' : `issue ${number}`,
        window: issue.window,
        sections: submissionSections(issue),
        linkGuidelines: LINK_GUIDELINES,
        eventGuidelines: EVENT_GUIDELINES,
      };
    },
    checkSubmission: (...asked) => checkSubmission(reader, ...asked),
    submit: (document, options, submission) => {
      const edits = submissionEdits(reader.issue(document), submission);
      if (edits.length === 0) return undefined;
      const trial = reader.tryOut(document, options, edits);
      return {
        edits: passed(reader.ports.log, `A submission to ${document.uri}`, document.text, trial.edits),
        places: insertedRanges(trial.edits),
        pullRequest: pullRequestText(reader.issue(document), submission),
        source: trial.issue.source,
        findings: findingsAbout(trial.edits, trial.findings).map((finding) => louder(finding)),
      };
    },
    draftInstead: async (document, at) => {
      const { uri } = document;
      const issue = reader.issue(document);
      const { date } = issue;
      const old = date !== undefined && daysBetween(date, reader.today()) > DAYS_TO_PUBLISH;
      if (!isTemplate(uri) && !isPublished(uri) && !old) return undefined;
      if (!isTransferable(issue, at)) return undefined;
      const folder = isPublished(uri) ? `${parentOf(parentOf(uri))}/draft` : parentOf(uri);
      const newest = (await reader.workspace.openDrafts(folder))?.at(-1);
      const text = newest === undefined || newest === uri ? undefined : await reader.workspace.read(newest);
      return text === undefined ? undefined : { uri: newest!, text, version: 0 };
    },
    transfer: (document, draft, at) => {
      const made = transfer(reader.issue(document), reader.issue(draft), at);
      if (!made) return undefined;
      const pass = (of: Document, edits: readonly Edit[]) => {
        const { eol } = reader.issue(of).source;
        const own = edits.map((edit) => withEol(edit, eol));
        return passed(reader.ports.log, `Moving to ${draft.uri}`, of.text, own);
      };
      const from = pass(document, made.from);
      const to = pass(draft, made.to);
      return from.length > 0 && to.length > 0 ? { ...made, from, to } : undefined;
    },
    linkItems: (document, options, { text, html, onlyLinks }, offset) => {
      if (onlyLinks && !isOnlyLinks(text)) return undefined;
      const made = linkItemsEdit(reader.issue(document), text, offset, html);
      const [edit] = made
        ? passed(reader.ports.log, `Link items in ${document.uri}`, document.text, [made])
        : [];
      if (!edit) return undefined;
      const trial = reader.tryOut(document, options, [{ ...edit, text: plainSnippet(edit.text) }]);
      const findings = findingsAbout(trial.edits, trial.findings, 'url')
        .filter(({ rule }) => hasTag(rule, 'again'))
        .map((finding) => louder(finding));
      return { edit, source: trial.issue.source, findings };
    },
  };
}

/** What there is to say about a field: by itself first, then by the rules, as if the submission were in the issue. */
function checkSubmission(
  reader: Reader,
  document: Document,
  options: CheckOptions,
  submission: PartialSubmission,
  asked: string,
): FieldCheck & Judgement {
  const field = FIELDS.find((known) => known === asked);
  if (!field) throw new RangeError(`No such field: ${asked}`);
  const issue = reader.issue(document);
  const written = (submission as Partial<Record<SubmissionField, string>>)[field] ?? '';
  const collected =
    submission.kind === 'event' &&
    (field === 'organiserUrl' || field === 'url') &&
    reader.workspace.isCollected(document.uri, written);
  const checked: FieldCheck = {
    ...checkField(issue, field, written),
    ...(collected ? { notes: [COLLECTED_ANYWAY] } : {}),
  };
  const nothing = { source: issue.source, findings: [] };
  if (checked.problem !== undefined) return { ...checked, ...nothing };
  const whole = completed(issue, { ...submission, [field]: checked.value });
  const edits = submissionEdits(issue, whole).map((edit) => withEol(edit, issue.source.eol));
  if (edits.length === 0) return { ...checked, problem: NO_PLACE[whole.kind], ...nothing };
  const trial = reader.tryOut(document, options, edits);
  // Nothing has been put in yet: places of this issue are where they are now.
  const findings = findingsAbout(edits, trial.findings, field).map((finding) =>
    louder(
      finding,
      finding.related.map((place) => (place.uri === undefined ? beforeEdits(edits, place) : place)),
    ),
  );
  return { ...checked, source: issue.source, findings };
}

/** The first of two places only says that there is another; here it is the one that is new. */
function louder(finding: Finding, related = finding.related): Finding {
  const { rule, at, message, unnecessary } = finding;
  const severity = rule === 'link-duplicate' ? 'error' : finding.severity;
  return new LateFinding(rule, at, message, severity, related, unnecessary, () => finding.fixes);
}
