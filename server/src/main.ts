// The language server, as a process of Node.js or as a worker of a browser: one program for both.
if (typeof process === 'object' && process.versions?.node !== undefined) void import('./node/main');
else void import('./browser/main');
