import type { BuildOptions } from 'esbuild';

export function bundles(how?: { minify?: boolean; watch?: boolean }): BuildOptions[];
