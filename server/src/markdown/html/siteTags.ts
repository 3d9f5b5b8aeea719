/** Tags that may stand in an issue; anything else in angle brackets was not meant to be HTML. */
export const HTML_TAGS: ReadonlySet<string> = new Set(
  `a abbr address article aside audio b bdi bdo blockquote br button caption center cite code col colgroup dd del
  details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li link main
  mark nav ol p picture pre q rp rt ruby s samp section small source span strike strong style sub summary sup svg table
  tbody td tfoot th thead time tr tt u ul var video wbr`.split(/\s+/),
);
