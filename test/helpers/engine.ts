import { createEngine, type Engine } from '../../server/src/engine';

/** An engine without files, on a day on which the issue of `FRONT` is a draft. */
export function newEngine(): Engine {
  return createEngine({ clock: { today: () => '2026-02-20' }, log: () => {}, misconfigured: () => {} });
}
