import { RAL } from 'vscode-languageserver';
import type { Steps } from '../text/steps';

/** How long work may keep other messages waiting. */
const SLICE_MS = 10;
/** The connection reads one message in a turn: what came in a burst is read in a few. In a browser a turn takes long. */
const TURNS = typeof globalThis.setImmediate === 'function' ? 10 : 1;

/**
 * Does work in slices, between which messages are read.
 *
 * @param goOn throws when nobody waits for the work any more
 */
export async function inSlices<T>(steps: Steps<T>, goOn: () => void): Promise<T> {
  for (let begin = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begin < SLICE_MS) continue;
    await messagesRead();
    goOn();
    begin = performance.now();
  }
}

/** Resolves once messages that have arrived already have been read, a few of them at least. */
export async function messagesRead(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1)
    await new Promise<void>((done) => {
      RAL().timer.setImmediate(done);
    });
}
