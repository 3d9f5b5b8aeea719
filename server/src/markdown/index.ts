/** The site's Markdown dialect. Nobody outside `issue/` and `markdown/` looks at Markdown syntax. */
export { type ChunkRange, cutChunks } from './chunks';
export { type ParseOptions, parseMarkdown } from './parse';
