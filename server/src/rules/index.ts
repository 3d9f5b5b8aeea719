import linkAccess from './link-access';
import linkBareRepo from './link-bare-repo';
import linkBareUrl from './link-bare-url';
import linkCanonicalHost from './link-canonical-host';
import linkCratesIo from './link-crates-io';
import linkDuplicate from './link-duplicate';
import linkDuplicateArchive from './link-duplicate-archive';
import linkEmpty from './link-empty';
import linkRedirector from './link-redirector';
import linkRepeated from './link-repeated';
import linkScheme from './link-scheme';
import linkSlashes from './link-slashes';
import linkTitleGeneric from './link-title-generic';
import linkTitleLong from './link-title-long';
import linkTitleMissing from './link-title-missing';
import linkTitleSuffix from './link-title-suffix';
import linkTitleTruncated from './link-title-truncated';
import linkTitleUrl from './link-title-url';
import linkTracking from './link-tracking';
import linkTrailingText from './link-trailing-text';
import markerForm from './marker-form';
import markerMissing from './marker-missing';
import markerOrder from './marker-order';
import markerPosition from './marker-position';
import projectToolingClosed from './project-tooling-closed';
import type { Rule } from './rule';
import sectionHint from './section-hint';
import whitespace from './whitespace';

/** Every rule, in the order in which they are asked and shown (domain, chapter 5). */
export const RULES: readonly Rule[] = [
  whitespace,
  linkScheme,
  linkEmpty,
  linkBareUrl,
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
  linkTitleGeneric,
  linkTrailingText,
  markerForm,
  markerMissing,
  markerPosition,
  markerOrder,
  projectToolingClosed,
  sectionHint,
];

export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
