import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export interface ParseOptions {
  /** Labels (lower case, white space collapsed) of link definitions that stand elsewhere in the issue. */
  readonly definitions?: ReadonlySet<string>;
}

const processor = unified()
  .use(remarkParse)
  .use(function () {
    const data = this.data() as Record<string, unknown[]>;
    data.micromarkExtensions = [gfmTable()];
    data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
  });

/** Parses one chunk. @returns its mdast; every node's `position` carries offsets into `text` */
export function parseMarkdown(text: string, _options: ParseOptions = {}): Root {
  return processor.parse(text);
}
