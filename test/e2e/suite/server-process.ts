/** Why this host has no process that could be killed, if so. */
export function noServerProcess(): string | undefined {
  if (typeof process !== 'object' || typeof process.getBuiltinModule !== 'function') {
    return 'the server is no process here';
  }
  return process.platform === 'linux' ? undefined : 'processes are found through /proc';
}

/** The process of our language server, a child of the extension host that the suite runs in. */
export function serverProcess(): number | undefined {
  // The suite is also bundled for browsers, where an import of `node:fs` could not be.
  const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs');
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1];
      if (Number(parent) !== process.pid) continue;
      if (readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('dist/server.js')) return Number(entry);
    } catch {
      // It ended while we looked.
    }
  }
  return undefined;
}
