/** Texts that make a careless Markdown parser slow: what is repeated, or how the text is made. */
export const HOSTILE = {
  '[': '[',
  '![': '![',
  '](': '](',
  '[a](': '[a](',
  '[a]("': '[a]("',
  '[a][b]': '[a][b]',
  '*': '*',
  '**a *': '**a *',
  '*a**b': '*a**b',
  _: '_',
  '_a __b ': '_a __b ',
  '`': '`',
  'runs of backticks': (length) =>
    Array.from({ length: length / 20 }, (_, index) => '`'.repeat((index % 38) + 1)).join(' '),
  '`a`{': '`a`{',
  '<': '<',
  '<a b="': '<a b="',
  '<x<y>': '<x<y>',
  '<-': '<-',
  '</': '</',
  '<!--': '<!--',
  '<!-- a -->': '<!-- a -->',
  '<div>': '<div>\n',
  '&amp': '&amp',
  '\\': '\\',
  '>': '>',
  '> *': '> * ',
  '- +': '- + ',
  'open fences': '```a\n~~~b\n',
  definitions: '[a]: b\n',
  '[^': '[^',
  '[^a]': '[^a]',
  footnotes: '[^a]: b[^a]\n',
  abbreviations: '*[a]: b\na\n',
  descriptions: 'a\n: b\n',
  'descriptions within each other': ': a\n',
  '<div markdown="1">': '<div markdown="1">\n',
  pipes: 'a|b\n-|-\n',
  blanks: '    \n',
  tabs: '\t',
  'equal headings': '# x\n\n',
  'items with gaps': '* a\n\n',
  'nested lists': (length) => {
    const lines = [];
    for (let size = 0, depth = 0; size < length; depth++) {
      lines.push(`${' '.repeat(4 * depth)}* a\n`);
      size += 4 * depth + 4;
    }
    return lines.join('');
  },
};

/** Makes a hostile text of about `length` characters, of whole repetitions: half of one may be another construct. */
export function hostileText(name, length) {
  const recipe = HOSTILE[name];
  if (typeof recipe === 'function') return recipe(length).slice(0, length);
  return recipe.repeat(Math.ceil(length / recipe.length));
}
