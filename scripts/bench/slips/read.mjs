// What the slips of scripts/bench/slips.mjs are planted into: the lines of an issue, each with where it stands.

const SECTIONS = [
  [/^updates from rust community/i, 'community'],
  [/^crate of the week/i, 'cotw'],
  [/^calls? for testing/i, 'cft'],
  [/^call for participation/i, 'cfp'],
  [/^updates from the rust project/i, 'project'],
  [/^upcoming events/i, 'events'],
  [/^(?:rust )?jobs/i, 'jobs'],
  [/^quote of the week/i, 'qotw'],
];

/** Lines of an issue with number, text, main section, heading above, and what they are. */
export function readLines(text) {
  let section = 'front';
  let heading = '';
  let opaque = false;
  return text.split('\n').map((line, n) => {
    const title = /^(#{1,6}) *(.+?) *$/.exec(line);
    if (title) {
      heading = title[2];
      const main = SECTIONS.find(([pattern]) => pattern.test(heading));
      if (main) section = main[1];
    }
    const wasOpaque = opaque;
    if (line.includes('<!--')) opaque = true;
    if (line.includes('-->')) opaque = false;
    return {
      n,
      text: line,
      section,
      heading,
      kind: kindOf(line, section, wasOpaque || opaque || line.includes('-->')),
    };
  });
}

function kindOf(line, section, opaque) {
  if (opaque) return 'comment';
  if (line.trim() === '') return 'blank';
  if (/^#/.test(line)) return 'heading';
  if (section === 'front') return 'front';
  if (/^\* \d{4}-\d\d-\d\d.* \| .* \| \[/.test(line)) return 'event';
  if (/^ {4}\* \[\*\*/.test(line)) return 'title';
  if (/^\* (?:\[[^\]]*\] )*\[[^[\]]+\]\(https?:[^()\s]+\)$/.test(line)) return 'item';
  return 'text';
}

/** Numbers from 0 to 1 that are the same in every run. */
export function randomFrom(seed) {
  let state = 0;
  for (const letter of seed) state = (Math.imul(state, 31) + letter.charCodeAt(0)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
