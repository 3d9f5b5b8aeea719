import type { Issue } from '../../newsletter/issue/issue';
import { appendTo } from '../../text/lists';
import { SourceText } from '../../text/sourceText';
import type { Frame, FrameSection } from '../rule';

/** Whether a frame says of an issue, but for its headings, what there is to say. */
export function hasFrontOf(frame: Frame, issue: Issue): boolean {
  return (
    frame.uri === issue.uri &&
    frame.kind === issue.kind &&
    frame.profile === issue.profile &&
    frame.date === issue.date &&
    frame.front.text === frontOf(issue)
  );
}

/** What the rules about an issue are told of it besides their facts. */
export function frameOf(
  issue: Issue,
  sections: readonly FrameSection[],
  { options, editing, archive }: Pick<Frame, 'options' | 'editing' | 'archive'>,
): Frame {
  const { uri, kind, profile, date, window, frontMatter } = issue;
  const byKey = new Map<string, FrameSection[]>();
  for (const section of sections) {
    if (section.spec) appendTo(byKey, section.spec.key, section);
  }
  return {
    uri,
    kind,
    profile,
    date,
    window,
    frontMatter,
    front: new SourceText(frontOf(issue)),
    sections,
    options,
    editing,
    archive,
    sectionsOf: (key) => byKey.get(key) ?? [],
  };
}

type Made = { -readonly [K in keyof FrameSection]: FrameSection[K] };

/**
 * The sections of an issue.
 *
 * @param before those of the version before: the same list if they are the same
 */
export function sectionsOf(issue: Issue, before: readonly FrameSection[]): readonly FrameSection[] {
  return takenOver(madeOf(issue), before);
}

function madeOf(issue: Issue): Made[] {
  const sections: Made[] = [];
  const open: Made[] = [];
  let main: Made | undefined;
  for (const { summary } of issue.pieces) {
    for (const { level, text, setext } of summary.headings) {
      while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
      const parent = open.at(-1) as Made | undefined;
      if (parent) parent.hasChildren = true;
      const index = sections.length;
      const spec = issue.specs[index]?.spec;
      const section: Made = {
        index,
        level,
        text,
        setext,
        spec,
        parent,
        main,
        hasChildren: false,
        at: { of: 'section', index, name: '' },
        heading: { of: 'section', index, name: 'heading' },
      };
      if (spec && spec.parent === undefined) main = section.main = section;
      sections.push(section);
      open.push(section);
    }
  }
  return sections;
}

/** Sections, of which those that another version had in the same place and with the same around them are its own. */
function takenOver(made: readonly Made[], before: readonly FrameSection[]): readonly FrameSection[] {
  const sections: FrameSection[] = [];
  let changed = made.length !== before.length;
  for (const [n, section] of made.entries()) {
    const { level, text, setext, spec, hasChildren } = section;
    if (section.parent) section.parent = sections[section.parent.index];
    const isMain = section.main === section;
    if (section.main && !isMain) section.main = sections[section.main.index];
    const known = before[n];
    const isSame =
      known !== undefined &&
      known.level === level &&
      known.text === text &&
      known.setext === setext &&
      known.spec === spec &&
      known.hasChildren === hasChildren &&
      known.parent === section.parent &&
      (isMain ? known.main === known : known.main === section.main);
    sections.push(isSame ? known : section);
    changed ||= !isSame;
  }
  return changed ? sections : before;
}

function frontOf({ source, frontMatter }: Issue): string {
  return source.text.slice(0, Math.max(frontMatter.bodyStart, source.line(0).end));
}
