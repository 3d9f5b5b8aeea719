// What an editor asks for besides diagnostics, as tables call it, right after a key.

const LIGHT_BULB = 2;

/** @param place the document, and the position at which a letter has been typed */
const actions = (client, { document, at }, context) =>
  client.ask('textDocument/codeAction', {
    textDocument: document,
    range: { start: at, end: at },
    context: { diagnostics: [], ...context },
  });

const about =
  (request) =>
  (client, { document, at }) =>
    client.ask(request, { textDocument: document, position: at });

/** What is done as a whole: the action is asked for, then its edits. */
const whole = (kind) => async (client, place) => {
  for (const action of await actions(client, place, { only: [kind] }))
    await client.ask('codeAction/resolve', action);
};

/** By name: asks, and resolves with what is to be asked with the next time. */
export const REQUESTS = {
  Completion: about('textDocument/completion'),
  Hover: about('textDocument/hover'),
  'Light bulb': (client, place) => actions(client, place, { triggerKind: LIGHT_BULB }),
  'All code actions': (client, place) => actions(client, place, {}),
  Outline: about('textDocument/documentSymbol'),
  async Preview(client, { document: { uri } }, known = []) {
    // Pieces that the preview has are not sent again.
    const page = await client.ask('twir/page', { uri, known });
    return page.pieces.map(({ key }) => key);
  },
  'Fix all': whole('source.fixAll'),
  'Organize events': whole('source.organizeEvents'),
  Format: (client, { document }) =>
    client.ask('textDocument/formatting', {
      textDocument: document,
      options: { tabSize: 2, insertSpaces: true },
    }),
};
