import accidentalHeading from './accidental-heading';
import backslashEscape from './backslash-escape';
import backtickUnbalanced from './backtick-unbalanced';
import boilerplateChanged from './boilerplate-changed';
import boilerplateMissing from './boilerplate-missing';
import boldUnbalanced from './bold-unbalanced';
import cfpEventClosed from './cfp-event-closed';
import cfpEventForm from './cfp-event-form';
import cfpProjectForm from './cfp-project-form';
import cfpProjectUrl from './cfp-project-url';
import characterForbidden from './character-forbidden';
import codeBlockAccident from './code-block-accident';
import commentTrailingSpace from './comment-trailing-space';
import commentUnclosed from './comment-unclosed';
import cotwForm from './cotw-form';
import cotwThanks from './cotw-thanks';
import definitionDuplicate from './definition-duplicate';
import editorNoteLeaked from './editor-note-leaked';
import emptySection from './empty-section';
import eventBeyondWindow from './event-beyond-window';
import eventChanged from './event-changed';
import eventCountry from './event-country';
import eventDate from './event-date';
import eventDuplicate from './event-duplicate';
import eventForm from './event-form';
import eventHybridForm from './event-hybrid-form';
import eventLocation from './event-location';
import eventNearDuplicate from './event-near-duplicate';
import eventOrganiser from './event-organiser';
import eventOrphan from './event-orphan';
import eventPaid from './event-paid';
import eventPast from './event-past';
import eventRegion from './event-region';
import eventRegionOrder from './event-region-order';
import eventStateCode from './event-state-code';
import eventStateExtra from './event-state-extra';
import eventStateMissing from './event-state-missing';
import eventTitleDate from './event-title-date';
import eventTitleOpen from './event-title-open';
import eventTwinDiffers from './event-twin-differs';
import eventTwinMissing from './event-twin-missing';
import eventUnsorted from './event-unsorted';
import eventWindowLine from './event-window-line';
import eventYear from './event-year';
import fcpDisposition from './fcp-disposition';
import fcpGroupHeading from './fcp-group-heading';
import fcpRepeated from './fcp-repeated';
import formatterDamage from './formatter-damage';
import frontMatterForm from './front-matter-form';
import headingBlankLine from './heading-blank-line';
import headingIndented from './heading-indented';
import headingLevel from './heading-level';
import headingText from './heading-text';
import htmlUnescaped from './html-unescaped';
import invisibleCharacter from './invisible-character';
import issueDate from './issue-date';
import issueFileName from './issue-file-name';
import issueLocation from './issue-location';
import issueNumber from './issue-number';
import itemWithoutLink from './item-without-link';
import jobsLink from './jobs-link';
import jobsLinkStale from './jobs-link-stale';
import linkAccess from './link-access';
import linkAddress from './link-address';
import linkBareRepo from './link-bare-repo';
import linkBareUrl from './link-bare-url';
import linkCanonicalHost from './link-canonical-host';
import linkCratesIo from './link-crates-io';
import linkDuplicate from './link-duplicate';
import linkDuplicateArchive from './link-duplicate-archive';
import linkEmpty from './link-empty';
import linkForm from './link-form';
import linkHtml from './link-html';
import linkOwnIssue from './link-own-issue';
import linkParentheses from './link-parentheses';
import linkRedirector from './link-redirector';
import linkRepeated from './link-repeated';
import linkScheme from './link-scheme';
import linkSlashes from './link-slashes';
import linkSplit from './link-split';
import linkStrayCharacter from './link-stray-character';
import linkTextPadding from './link-text-padding';
import linkTitleCode from './link-title-code';
import linkTitleGeneric from './link-title-generic';
import linkTitleLong from './link-title-long';
import linkTitleMissing from './link-title-missing';
import linkTitleNumber from './link-title-number';
import linkTitleRepeated from './link-title-repeated';
import linkTitleSpacing from './link-title-spacing';
import linkTitleSuffix from './link-title-suffix';
import linkTitleTruncated from './link-title-truncated';
import linkTitleUrl from './link-title-url';
import linkTracking from './link-tracking';
import linkTrailingText from './link-trailing-text';
import listBlankLineInside from './list-blank-line-inside';
import listBulletStyle from './list-bullet-style';
import listItemBulletMissing from './list-item-bullet-missing';
import listItemsOnOneLine from './list-items-on-one-line';
import listNeedsBlankLine from './list-needs-blank-line';
import markerCommentDamaged from './marker-comment-damaged';
import markerCommentLeft from './marker-comment-left';
import markerCommentPlace from './marker-comment-place';
import markerForm from './marker-form';
import markerMissing from './marker-missing';
import markerOrder from './marker-order';
import markerPosition from './marker-position';
import mergeConflict from './merge-conflict';
import mergedForm from './merged-form';
import mergedWindow from './merged-window';
import mojibake from './mojibake';
import nestedListIndent from './nested-list-indent';
import noneSentenceConflict from './none-sentence-conflict';
import noneSentenceForm from './none-sentence-form';
import noneSentenceGroups from './none-sentence-groups';
import perfForm from './perf-form';
import placeholderBlank from './placeholder-blank';
import placeholderLink from './placeholder-link';
import placeholderUnfilled from './placeholder-unfilled';
import projectToolingClosed from './project-tooling-closed';
import qotwDash from './qotw-dash';
import qotwForm from './qotw-form';
import redditLink from './reddit-link';
import referenceUndefined from './reference-undefined';
import rendersDifferently from './renders-differently';
import rfcLink from './rfc-link';
import type { Rule, RuleTag } from './rule';
import sectionDuplicate from './section-duplicate';
import sectionHint from './section-hint';
import sectionMissing from './section-missing';
import sectionOrder from './section-order';
import sectionStale from './section-stale';
import sectionUnknown from './section-unknown';
import submissionCount from './submission-count';
import templateItem from './template-item';
import templateResidue from './template-residue';
import templateVariable from './template-variable';
import whitespace from './whitespace';
import wordMistyped from './word-mistyped';
import wordRepeated from './word-repeated';

/** Every rule, in the order in which they are asked and shown (docs/rules/README.md). */
export const RULES: readonly Rule[] = [
  frontMatterForm,
  issueNumber,
  issueDate,
  issueFileName,
  issueLocation,
  sectionMissing,
  sectionOrder,
  sectionDuplicate,
  sectionUnknown,
  sectionStale,
  headingLevel,
  headingText,
  headingIndented,
  headingBlankLine,
  emptySection,
  templateResidue,
  accidentalHeading,
  fcpGroupHeading,
  boilerplateChanged,
  boilerplateMissing,
  placeholderUnfilled,
  placeholderBlank,
  placeholderLink,
  templateVariable,
  editorNoteLeaked,
  markerCommentLeft,
  markerCommentPlace,
  markerCommentDamaged,
  noneSentenceConflict,
  noneSentenceForm,
  noneSentenceGroups,
  mergeConflict,
  templateItem,
  listNeedsBlankLine,
  commentTrailingSpace,
  nestedListIndent,
  listBulletStyle,
  listItemBulletMissing,
  listItemsOnOneLine,
  listBlankLineInside,
  itemWithoutLink,
  linkSplit,
  linkForm,
  linkAddress,
  linkTextPadding,
  boldUnbalanced,
  htmlUnescaped,
  backslashEscape,
  backtickUnbalanced,
  referenceUndefined,
  definitionDuplicate,
  commentUnclosed,
  codeBlockAccident,
  formatterDamage,
  rendersDifferently,
  mojibake,
  characterForbidden,
  invisibleCharacter,
  wordMistyped,
  wordRepeated,
  whitespace,
  linkScheme,
  linkEmpty,
  linkOwnIssue,
  linkHtml,
  linkBareUrl,
  linkParentheses,
  linkStrayCharacter,
  linkTracking,
  linkRedirector,
  linkCanonicalHost,
  linkSlashes,
  linkDuplicate,
  linkDuplicateArchive,
  linkRepeated,
  linkBareRepo,
  linkCratesIo,
  linkAccess,
  linkTitleMissing,
  linkTitleUrl,
  linkTitleTruncated,
  linkTitleLong,
  linkTitleSuffix,
  linkTitleNumber,
  linkTitleGeneric,
  linkTitleRepeated,
  linkTitleSpacing,
  linkTrailingText,
  markerForm,
  markerMissing,
  markerPosition,
  markerOrder,
  projectToolingClosed,
  submissionCount,
  sectionHint,
  eventForm,
  eventOrphan,
  eventDate,
  eventYear,
  eventPast,
  eventBeyondWindow,
  eventWindowLine,
  eventLocation,
  eventHybridForm,
  eventCountry,
  eventStateMissing,
  eventStateExtra,
  eventStateCode,
  eventRegion,
  eventRegionOrder,
  eventUnsorted,
  eventTwinMissing,
  eventTwinDiffers,
  eventDuplicate,
  eventNearDuplicate,
  eventChanged,
  eventOrganiser,
  eventTitleDate,
  eventTitleOpen,
  eventPaid,
  cotwForm,
  cotwThanks,
  qotwForm,
  qotwDash,
  mergedForm,
  mergedWindow,
  linkTitleCode,
  perfForm,
  fcpDisposition,
  fcpRepeated,
  cfpProjectForm,
  cfpProjectUrl,
  cfpEventForm,
  cfpEventClosed,
  jobsLink,
  jobsLinkStale,
  redditLink,
  rfcLink,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id);
}

/** Whether a rule carries a tag. */
export function hasTag(id: string, tag: RuleTag): boolean {
  return ruleById(id)?.tags?.includes(tag) === true;
}
