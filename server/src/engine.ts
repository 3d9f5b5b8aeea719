import { type Changed, changed } from './engine/changed';
import { type Changes, changes } from './engine/changes';
import { type Checks, checks } from './engine/checks';
import { type Drafts, drafts } from './engine/drafts';
import { type Events, events } from './engine/events';
import { type Navigation, navigation } from './engine/navigation';
import { type Pages, pages } from './engine/pages';
import type { Ports } from './engine/ports';
import { type Publications, publications } from './engine/publication';
import { Reader } from './engine/reader';
import { type Reviews, reviews } from './engine/reviews';
import { type Submissions, submissions } from './engine/submissions';
import { type Tolerance, tolerance } from './engine/tolerance';
import { type Views, views } from './engine/views';
import { type Week, week } from './engine/week';
import { Workspace } from './workspace/workspace';

export type { Checked, CheckedPart } from './engine/checked';
export { tooLarge } from './engine/large';
export type { Clock, Ports } from './engine/ports';
export { PublicationError } from './engine/publication';
export { type Document, errorText } from './engine/reader';
export { NewDraftError } from './features/draft/newDraft';
export { ACTION_KINDS } from './features/fix/action';
export { fixesTogether } from './features/fix/together';
export { ImportError, UnfitDraftError } from './features/import/imported';
export { isNewsletterFile, isPublished, isTemplate } from './protocol/newsletterFile';
export { isFixable } from './rules/check';
export { everyPlace } from './rules/check/fold';
export { hasTag } from './rules/index';
export { LEVELS } from './rules/rule';
export { isTooLarge } from './text/size';
export { CHECKOUT_PATTERNS, isConfig } from './workspace/checkout';
export { unknownRule } from './workspace/config';
export { parentOf } from './workspace/files';
export { GitError } from './workspace/git';

/**
 * The map of everything an author can do, by area: each is a file in `engine/`. Every face calls it and nothing
 * below it.
 */
export interface Engine
  extends Checks,
    Changes,
    Events,
    Tolerance,
    Submissions,
    Views,
    Navigation,
    Pages,
    Drafts,
    Week,
    Publications,
    Reviews,
    Changed {}

/** Makes an engine. No editor, no disk, no clock and no network inside: whatever is outside comes in by the ports. */
export function createEngine(ports: Ports): Engine {
  const reader = new Reader(ports, new Workspace(ports));
  return {
    ...checks(reader),
    ...changes(reader),
    ...events(reader),
    ...tolerance(reader),
    ...submissions(reader),
    ...views(reader),
    ...navigation(reader),
    ...pages(reader),
    ...drafts(reader),
    ...week(reader),
    ...publications(reader),
    ...reviews(reader),
    ...changed(reader),
  };
}
