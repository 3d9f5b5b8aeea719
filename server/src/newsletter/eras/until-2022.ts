import type { Profile } from './profile';

/** Issues before the template, and before there was a form to hold them to. */
export const ARCHIVE: Profile = {
  id: 'archive',
  until: '2022-01-04',
  sections: [],
  can: {
    linksOnly: true,
    blankAfterHeading: true,
    tightHeadings: false,
    cfpSections: true,
    americanDates: false,
    hybridForm: false,
    testingCall: 'steps',
    groups: true,
    newMarker: false,
    emptyGroupsAreResidue: false,
  },
};
