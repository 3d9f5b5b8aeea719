import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Bytes of the nursery, both halves of it, beyond which it grows no more: enough for what opening a document or some
 * keystrokes leave behind. Left alone it grows to 32 MB, and its greatest size can't be set any more once Node.js has
 * started.
 */
const NURSERY = 8 * 1024 * 1024;
/** What has grown old is collected when it is a seventh of what is in use, not several times as much: 120 MB less. */
const GROWTH_PERCENT = 15;
/** Until the first findings are shown there is little to be saved, and no time for it. */
const SHOWN_MS = 1000;

const growing = (percent: number) => setFlagsFromString(`--heap-growing-percent=${percent}`);
/**
 * The first full collection sets how far the heap may grow up to the next one. V8 puts it off until there are 160 MB,
 * and starts it, bit by bit, once so many percent of that are in use.
 */
const collectsFrom = (percent: number) => setFlagsFromString(`--incremental-marking-hard-trigger=${percent}`);
/** V8 fills the gaps that collected things have left with what is still used, in a sixth less memory at the peak. */
const packs = () => setFlagsFromString('--optimize-for-size');
/** With the greatest size of the nursery, which V8 derives from it. */
const packsNot = () => {
  setFlagsFromString('--no-optimize-for-size');
  setFlagsFromString('--max-semi-space-size=0');
};
const nurseryGrows = (factor: number) => setFlagsFromString(`--semi-space-growth-factor=${factor}`);

/** Only a full collection finds that something is used no more. It alone makes the nursery smaller, too. */
const fullCollections = new FinalizationRegistry<() => void>((act) => act());

/** Keeps the memory of a process small that runs for hours. */
export function keepSmall(): void {
  let grows: boolean | undefined;
  const bound = () => {
    const { space_size: size } = getHeapSpaceStatistics().find(
      ({ space_name }) => space_name === 'new_space',
    )!;
    if (grows === size < NURSERY) return;
    grows = size < NURSERY;
    nurseryGrows(grows ? 2 : 1);
    // To be told of a collection takes half as long as most collections do: only while there is something to stop.
    if (grows) collections.observe({ entryTypes: ['gc'] });
    else collections.disconnect();
  };
  const collections = new PerformanceObserver(bound);
  const afterFull = () => {
    collectsFrom(0);
    bound();
    fullCollections.register({}, afterFull);
  };
  fullCollections.register({}, afterFull);
  bound();
  setTimeout(() => {
    growing(GROWTH_PERCENT);
    packs();
    collectsFrom(1);
  }, SHOWN_MS).unref();
}

/** V8's flags are those of the start again: it takes no code that was compiled with other ones. */
export function asAtStart(): void {
  growing(0);
  packsNot();
  collectsFrom(0);
  nurseryGrows(2);
}
