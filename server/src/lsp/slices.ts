import type { Steps } from '../text/steps';
import { RAL } from './languageServer';

/** How long work may keep other messages waiting. */
const SLICE_MS = 4;
/** The connection reads one message in a turn: what came in a burst is read in a few. In a browser a turn takes long. */
const TURNS = typeof globalThis.setImmediate === 'function' ? 10 : 1;

/** Work that somebody waits for, and work that gives way to it. */
export class Slices {
  private working = 0;

  /**
   * Does work in slices, between which messages are read.
   *
   * @param goOn throws when nobody waits for the work any more
   */
  async work<T>(steps: Steps<T>, goOn: () => void): Promise<T> {
    this.working += 1;
    try {
      for (let begin = performance.now(); ; ) {
        const step = steps.next();
        if (step.done) return step.value;
        if (performance.now() - begin < SLICE_MS) continue;
        await messagesRead();
        goOn();
        begin = performance.now();
      }
    } finally {
      this.working -= 1;
    }
  }

  /** Resolves once messages that have arrived have been read, and nobody waits for any work. */
  idle = async (): Promise<void> => {
    do await messagesRead();
    while (this.working > 0);
  };
}

/** Resolves once messages that have arrived already have been read, a few of them at least. */
export async function messagesRead(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1)
    await new Promise<void>((done) => {
      RAL().timer.setImmediate(done);
    });
}
