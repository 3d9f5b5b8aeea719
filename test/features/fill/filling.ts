import { planFill } from '../../../server/src/features/fill/fill';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

export const RUST = '[Rust](https://github.com/rust-lang/rust/issues?q=rust)';
export const CARGO = '[Cargo](https://github.com/rust-lang/cargo/issues?q=cargo)';
export const TEAM =
  '[Compiler Team](https://github.com/rust-lang/compiler-team/issues?q=mcp) [(MCPs only)](https://forge.rust-lang.org/compiler/mcp.html)';

/** A draft whose sections about the project are still the template's. */
export const DRAFT = `${FRONT}## Updates from the Rust Project

<!-- Rust updates go here -->

### Rust Compiler Performance Triage

<!-- Perf results go here -->

### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)

<!-- Approved RFCs go here -->

### Final Comment Period

#### Tracking Issues & PRs
<!-- Tracking Issues & PRs go here -->

#### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)
<!-- New or updated RFCs go here -->

## Upcoming Events
`;

/** What filling a draft from a text comes to, with the draft's text afterwards. @param name of the file, where it tells something */
export function fill(text: string, draft = DRAFT, name?: string) {
  const plan = planFill({
    issue: readIssue({ uri: DRAFT_URI, text: draft }),
    text,
    ...(name ? { name } : {}),
  });
  return { ...plan, text: applyEdits(draft, plan.edits) };
}
/** What became of each section. */
export const states = (plan: ReturnType<typeof fill>) =>
  plan.sections.map(({ title, state }) => `${title}: ${state}`);
/** A section's text, from its heading to the next one. */
export const section = (text: string, heading: RegExp) => {
  const start = text.search(heading);
  const below = text.indexOf('\n', start);
  const next = text.slice(below).search(/^#{1,4} /m);
  return text.slice(start, next < 0 ? undefined : below + next);
};
