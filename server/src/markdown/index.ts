/** The site's Markdown dialect. Nobody outside `issue/` and `markdown/` looks at Markdown syntax. */
export { cutChunks, type ChunkRange } from './chunks';
export { parseMarkdown, type ParseOptions } from './parse';
