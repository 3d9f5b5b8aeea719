import { printedJson, printedLines } from '../text/harmless';
import type { Choices } from '../workspace/workspace';
import { pathOf, uriOf } from './inputFile';
import type { Session } from './session';

/** Prints what holds for a file, and where it comes from, as JSON. @returns the exit status */
export async function showConfig(session: Session, file: string, chosen: Choices): Promise<number> {
  const { options, ...places } = await session.engine.setup(uriOf(file), chosen);
  const shown = Object.fromEntries(
    Object.entries(places).map(([name, uri]) => [name, uri === undefined ? null : pathOf(uri)]),
  );
  const { stage, role, rules, ignore, words } = options;
  session.system.terminal.write(
    printedLines([printedJson({ file, ...shown, stage, role, rules, ignore, words }, 2)]),
  );
  return session.failed ? 2 : 0;
}
