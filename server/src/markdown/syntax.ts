import type {
  Code,
  Construct,
  Event,
  Extension,
  Point,
  State,
  Token,
  TokenizeContext,
} from 'micromark-util-types';
import { parseBlocks } from './blocks/document';
import type { Draft, Skeleton } from './blocks/tree';
import { resolveInline } from './inline/resolve';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    siteMarkdown: 'siteMarkdown';
    siteNode: 'siteNode';
  }
  interface Token {
    /** The node which the token stands for. */
    siteNode?: Skeleton;
  }
}

/** Options of the site's dialect. */
export interface SiteSyntaxOptions {
  /** Labels (lower case, white space collapsed) of link definitions that stand elsewhere in the issue. */
  readonly definitions?: ReadonlySet<string>;
  /**
   * Whether Python-Markdown's extensions that the site has switched on are read (fences, tables, attribute lists);
   * the newsletter's checkers read issues without any. True by default.
   */
  readonly extensions?: boolean;
}

/**
 * The micromark extension for the site's dialect.
 *
 * Python-Markdown decides on pieces between empty lines and goes over them once for each construct, so no
 * tokenizer that goes from left to right can tell where a block or a link begins. The extension therefore
 * takes all lines as one construct of the document, which leaves nothing to CommonMark's, and makes the
 * events of the nodes in its resolver, where the whole text is known: blocks first, then the inline content
 * of each leaf.
 */
export function siteSyntax(options: SiteSyntaxOptions = {}): Extension {
  const construct: Construct = {
    name: 'siteMarkdown',
    tokenize: (effects, ok, nok) => {
      return (code) => {
        if (code === null) return nok(code);
        effects.enter('siteMarkdown');
        return inside(code);
      };

      function inside(code: Code): State | undefined {
        if (code === null) {
          effects.exit('siteMarkdown');
          return ok(code);
        }
        effects.consume(code);
        return inside;
      }
    },
    exit: () => undefined,
    resolve: (_events, context) => resolve(context, options),
  };
  return { document: { null: construct }, disable: { null: ['blockQuote', 'list'] } };
}

function resolve(context: TokenizeContext, options: SiteSyntaxOptions): Event[] {
  // micromark has already taken the blanks in front of the first line.
  const start = context.events[0]![1].start;
  const text = context.sliceSerialize({ start, end: context.now() });
  const blocks = parseBlocks(text, options.extensions);
  resolveInline(blocks, options.definitions);
  const pointAt = pointer(text, start);
  const result: Event[] = [];
  const visit = (node: Draft) => {
    const token: Token = {
      type: 'siteNode',
      start: pointAt(node.start),
      end: pointAt(node.end),
      siteNode: node.node,
    };
    result.push(['enter', token, context]);
    for (const child of node.children) visit(child);
    result.push(['exit', token, context]);
  };
  for (const node of blocks.root.children) visit(node);
  return result;
}

/** Gives the points of offsets; lines end at LF, CRLF and CR. */
function pointer(text: string, origin: Point): (offset: number) => Point {
  const starts = [0];
  const lineEnd = /\r\n?|\n/g;
  while (lineEnd.exec(text)) starts.push(lineEnd.lastIndex);
  let line = 0;
  return (offset) => {
    while (line > 0 && starts[line]! > offset) line--;
    while (line + 1 < starts.length && starts[line + 1]! <= offset) line++;
    const column = offset - starts[line]! + (line === 0 ? origin.column : 1);
    return { ...origin, line: origin.line + line, column, offset: origin.offset + offset };
  };
}
