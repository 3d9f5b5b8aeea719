import { isBlockHtml } from './html-blocks';
import { type Line, trimmedEnd, trimStart } from './lines';
import type { Nesting } from './nesting';
import { fenceValue, rawHtml } from './raw';
import { append, type Draft, draft, isBare, lastChild, type Skeleton } from './tree';

/** What no construct claims. In an item of a list without empty lines it is text without `<p>`. */
export function paragraph(parser: Nesting, parent: Draft, lines: readonly Line[]): void {
  const { text } = parser;
  const from = lines.findIndex((line) => line.first < line.end);
  if (from < 0) return;
  const content = lines.slice(from);
  content[0] = trimStart(content[0]!);
  const start = content[0].start;
  const end = trimmedEnd(text, content[content.length - 1]!);
  const previous = lastChild(parent);
  if (parser.state === 'list') {
    if (previous && isBare(previous)) {
      for (const line of content) previous.content!.push(line);
      previous.end = end;
      return;
    }
    append(parent, draft({ type: 'paragraph', data: { bare: true } }, start, end)).content = content;
    return;
  }
  const raw = content.length === 1 ? parser.source.raws.get(start) : undefined;
  if (raw && raw.end === end && (raw.code || isBlockHtml(parser.source.text.slice(start, end)))) {
    append(parent, rawBlock(parser, raw.start));
    return;
  }
  append(parent, draft({ type: 'paragraph' }, start, end)).content = content;
}

function rawBlock({ source }: Nesting, at: number): Draft {
  const raw = source.raws.get(at)!;
  const node: Skeleton = raw.code
    ? {
        type: 'code',
        lang: raw.lang || null,
        value: fenceValue(source.text, raw),
        data: { fence: raw.fence! },
      }
    : { type: 'html', value: rawHtml(source, raw) };
  return draft(node, raw.start, raw.end);
}
