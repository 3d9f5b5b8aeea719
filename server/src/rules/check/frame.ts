import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import { SourceText } from '../../text/sourceText';
import type { CheckOptions, Frame, FrameSection } from '../rule';

/** The headings of an issue as one text. */
export function outlineOf(issue: Issue): string {
  return issue.pieces
    .flatMap(({ piece }) =>
      piece.sections.map(
        ({ heading, spec }) => `${heading.level}${heading.setext ? '=' : '#'}${spec?.key}#${heading.text}\n`,
      ),
    )
    .join('');
}

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
export function frameOf(issue: Issue, options: CheckOptions, archive: ArchiveView | undefined): Frame {
  const { uri, kind, profile, date, window, frontMatter } = issue;
  const sections: (FrameSection & { hasChildren: boolean })[] = [];
  const byKey = new Map<string, FrameSection[]>();
  const open: (FrameSection & { hasChildren: boolean })[] = [];
  let main: FrameSection | undefined;
  for (const { piece } of issue.pieces) {
    for (const { heading, spec } of piece.sections) {
      const { level, text, setext } = heading;
      while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
      const parent = open.at(-1);
      if (parent) parent.hasChildren = true;
      const index = sections.length;
      const section = {
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
      } as const satisfies FrameSection as FrameSection & {
        hasChildren: boolean;
        main: FrameSection | undefined;
      };
      if (spec && spec.parent === undefined) main = section.main = section;
      sections.push(section);
      open.push(section);
      if (spec) {
        const same = byKey.get(spec.key);
        if (same) same.push(section);
        else byKey.set(spec.key, [section]);
      }
    }
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
    archive,
    sectionsOf: (key) => byKey.get(key) ?? [],
  };
}

function frontOf({ source, frontMatter }: Issue): string {
  return source.text.slice(0, Math.max(frontMatter.bodyStart, source.line(0).end));
}
