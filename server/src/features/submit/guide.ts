/** Why a section takes no submissions, and what to do instead (#8575). */
export const PROJECT_TOOLING_CLOSED =
  'Project/Tooling Updates takes no submissions since issue 665: announce the release on r/rust, from where the editors choose.';

/** What the guidelines ask of a link; shown once. */
export const LINK_GUIDELINES =
  'One link per page, to the page itself. A title of about five words that says what readers will find; no prose after the link. Posts about a project are welcome, its bare repository or crates.io page is not.';

/** What the guidelines ask of an event; shown once. */
export const EVENT_GUIDELINES =
  'Events of the next four weeks that are about Rust and open to everybody, free ones preferred. Hybrid events are listed under Virtual and under their region.';

/** Said about a group whose events the newsletter's own collector finds. */
export const COLLECTED_ANYWAY: string =
  'the newsletter collects this group’s events from Meetup anyway: submit what is missing, or differs';
