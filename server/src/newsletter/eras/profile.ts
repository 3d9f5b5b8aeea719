/** What an era of the newsletter is ("profile", docs/newsletter.md#eras). */

export type ProfileId = 'archive' | 'p1' | 'p2' | 'p3' | 'p4';

/** A heading that an issue of the profile is known to have. */
export interface SectionSpec {
  /** Permanent name, e.g. `events/virtual`. The same in every profile. */
  readonly key: string;
  /** Key of the section in which it stands; undefined for the main sections. */
  readonly parent?: string;
  /** Number of `#`. */
  readonly level: number;
  /** Further levels that published issues use and nobody corrects. */
  readonly otherLevels?: readonly number[];
  /** Issue date from which only {@link level} is right. */
  readonly otherLevelsUntil?: string;
  /** The heading's Markdown behind the `#`s, as the template writes it. */
  readonly title: string;
  /** Published issues of the era have it in more than one place; its order tells nothing. */
  readonly anywhere?: boolean;
  /** Other texts of this heading that are right in this profile, e.g. without its link. */
  readonly aliases?: readonly string[];
  /** Must stand in every issue. */
  readonly required: boolean;
}

export interface Profile {
  readonly id: ProfileId;
  /** First and last issue date, `YYYY-MM-DD`; open ended when undefined. */
  readonly from?: string;
  readonly until?: string;
  /** In the order in which they stand in an issue. */
  readonly sections: readonly SectionSpec[];
  /** Fixed paragraphs of the era that the template at hand does without. */
  readonly lacks?: readonly string[];
  readonly can: Capabilities;
}

/** How an era does what the eras do in different ways. */
interface Capabilities {
  /** Before there was a template: only links and encoding are checked, and nothing is put in order. */
  readonly linksOnly: boolean;
  /** A blank line between a heading and its first item. */
  readonly blankAfterHeading: boolean;
  /** Formatting takes out blank lines between a heading and its first item. */
  readonly tightHeadings: boolean;
  /** Calls for participation stand in sections of their own, for projects and for speakers. */
  readonly cfpSections: boolean;
  /** The window line may have its dates in the American form, `1/5/2022`. */
  readonly americanDates: boolean;
  /** `Hybrid (City, CC)` is the one spelling of a hybrid event. */
  readonly hybridForm: boolean;
  /** What is said of a call for testing: the RFC alone, its steps, or its tracking issue and steps. */
  readonly testingCall: 'rfc' | 'steps' | 'tracking';
  /** One none sentence for all groups, and the groups' own headings where they have items. */
  readonly groups: boolean;
  /** `[new]` before new RFCs. */
  readonly newMarker: boolean;
  /** Empty groups under Calls for Testing are what the template left, beyond doubt. */
  readonly emptyGroupsAreResidue: boolean;
}
