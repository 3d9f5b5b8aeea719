/** The site's Markdown dialect. Nobody outside `issue/` and `markdown/` looks at Markdown syntax. */
export { type ChunkRange, cutChunks } from './chunks';
export { type FrontMatterBlock, type FrontMatterField, parseFrontMatter } from './front-matter';
export { githubTree, isFitForGitHub } from './github/parse';
export type { Target } from './html/handlers';
export { HeadingIds } from './html/heading-ids';
export { renderBody, renderChunk } from './html/render';
export {
  addDefinitions,
  collectDefinitions,
  createRenderContext,
  type Definitions,
  footnotesOf,
  hastMaker,
  noDefinitions,
  type RenderContext,
} from './html/to-hast';
export { type ParseOptions, parseMarkdown, siteMarkdown } from './parse';
