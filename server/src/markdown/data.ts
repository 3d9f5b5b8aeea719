import type { BlockContent, Data, Node, Parent, PhrasingContent } from 'mdast';
import type { Line, Range } from '../text/sourceText';

/**
 * What the parser keeps in `node.data` beside the tree itself. Ranges are offsets into the parsed text, as those in
 * `node.position`.
 */

/** Where the parts of a link or an image stand. */
export interface LinkParts {
  /** Between the brackets, or what an autolink shows. */
  readonly label: Range;
  /** The address as the site reads it, without angle brackets and outer white space. */
  readonly address: Range;
  /** Between the quotation marks. */
  readonly title?: Range;
}

/** Where the parts of a link by label stand. */
export interface ReferenceParts {
  readonly label: Range;
  /** Between the second brackets; the label itself where there are none, or nothing between them. */
  readonly reference: Range;
}

/** The marks of fenced code: both lines, and what the first says of the code. */
export interface FenceParts {
  readonly open: Range;
  readonly close: Range;
  readonly info: Range;
}

/** A pair of square brackets in a text, brackets included. */
export interface BracketPair extends Range {
  /** `(..)` directly after it when both make a link, parentheses included. */
  readonly target: Range | undefined;
}

/** The square brackets of a leaf of the tree, those within the labels of links left out. */
export interface Brackets {
  /** In the order of their opening brackets. */
  readonly pairs: readonly BracketPair[];
  /** Brackets without a partner, in order. */
  readonly loose: readonly number[];
}

/** What a leaf shows of syntax that found no partner. */
export interface LeafData {
  /** Undefined when the leaf has none. */
  readonly brackets?: Brackets;
  /** Runs of backticks that begin no code, in order; undefined when the leaf has none. */
  readonly strayBackticks?: readonly Range[];
}

/** What a line is to the site's block parser. */
export type LineKind =
  | 'blank'
  | 'comment'
  /** Fenced code with its fences; also where the fence is one to its author only. */
  | 'fence'
  | 'heading'
  /** Looks like a list item, whether the site makes one of it or not. */
  | 'item'
  | 'quote'
  | 'html'
  /** A thematic break, or the line below a heading. */
  | 'rule'
  | 'text';

/** Why the site makes no list item of a line that looks like one; `code` is told of other lines as well. */
export type LostItem =
  /** It stands directly under a paragraph, a table or a quote. */
  | 'paragraph'
  /** It stands directly under a comment with spaces after it. */
  | 'comment'
  /** Four spaces without a list above: a code block. */
  | 'code'
  /** Indented two levels deeper than the item above: goes on as that item's text. */
  | 'continuation';

/** A line as the site's block parser takes it. */
export interface BlockLine extends Line {
  readonly kind: LineKind;
  /** White space before the first character, in columns. */
  readonly indent: number;
  /** Offset of the first character that is no white space. */
  readonly first: number;
  /** The bullet of a line that looks like a list item; `1` for a numbered one. */
  readonly bullet: '*' | '-' | '+' | '1' | undefined;
  /** How deep the site nests the item, from 0. */
  readonly depth: number | undefined;
  readonly lost: LostItem | undefined;
  /** Number of the line that begins the paragraph or item this line belongs to. */
  readonly head: number;
}

export interface Comment extends Range {
  /** Between `<!--` and `-->`. */
  readonly text: string;
  /** False when `-->` is missing and the comment swallows the rest. */
  readonly closed: boolean;
}

/** Terms with what describes them: what Python-Markdown makes of `: ` below a line. */
export interface DefList extends Parent {
  type: 'defList';
  children: (DefListTerm | DefListDescription)[];
}

export interface DefListTerm extends Parent {
  type: 'defListTerm';
  data?: LeafData & Data;
  children: PhrasingContent[];
}

export interface DefListDescription extends Parent {
  type: 'defListDescription';
  children: BlockContent[];
}

/** `*[HTML]: Hypertext Markup Language`: the site explains the word wherever it is in the text. */
interface AbbrDefinition extends Node {
  type: 'abbrDefinition';
  label: string;
  title: string;
}

declare module 'mdast' {
  interface RootContentMap {
    defList: DefList;
    defListTerm: DefListTerm;
    defListDescription: DefListDescription;
    abbrDefinition: AbbrDefinition;
  }
  interface BlockContentMap {
    defList: DefList;
  }
  interface DefinitionContentMap {
    abbrDefinition: AbbrDefinition;
  }
  interface FootnoteDefinitionData {
    /** Where its name stands. */
    label?: Range;
  }
  interface RootData {
    /** Every comment that is no code, in order. */
    comments?: readonly Comment[];
    /** Every line of the text. */
    lines?: readonly BlockLine[];
  }
  interface HeadingData extends LeafData {
    /** The text without its marks; empty where there is none. */
    content?: Range;
    /** Made by a line of `===` or `---` below. */
    setext?: boolean;
  }
  interface ParagraphData extends LeafData {
    /** Text of an item that the site shows without `<p>`. */
    bare?: boolean;
    /** White space after the text. */
    blanks?: string;
  }
  interface TableCellData extends LeafData {}
  interface ListItemData {
    bullet?: Range;
    /** No item, but content which the site puts into a list beside its items. */
    loneContent?: boolean;
  }
  interface CodeData {
    /** Made by indentation, not by a fence. */
    indented?: boolean;
    fence?: FenceParts;
  }
  interface LinkData {
    parts?: LinkParts;
    /** `<https://…>` */
    autolink?: boolean;
  }
  interface ImageData {
    parts?: LinkParts;
  }
  interface DefinitionData {
    parts?: LinkParts;
  }
  interface LinkReferenceData {
    parts?: ReferenceParts;
  }
  interface ImageReferenceData {
    parts?: ReferenceParts;
  }
}
