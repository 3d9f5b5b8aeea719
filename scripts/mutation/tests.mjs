// As much of Vitest as our tests need to run without it: `describe`, `it` and hooks, and its own `expect`.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

const own = createRequire(createRequire(import.meta.url).resolve('vitest/package.json'));
const {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} = await import(pathToFileURL(own.resolve('@vitest/expect')).href);
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
chai.expect.extend(expect, customMatchers);

/**
 * @param load is given what a test imports from Vitest, and runs the files
 * @returns the tests in order, each with a name of its own
 */
export function collectTests(load) {
  const tests = [];
  const names = new Map();
  let suite = { name: '', before: [], after: [] };

  function add(name, body) {
    const whole = `${suite.name}${name}`;
    const count = (names.get(whole) ?? 0) + 1;
    names.set(whole, count);
    const { before, after } = suite;
    tests.push({
      id: count === 1 ? whole : `${whole} (${count})`,
      async run() {
        for (const hook of before) await hook();
        try {
          await body();
        } finally {
          for (const hook of after) await hook();
        }
      },
    });
  }

  function group(name, body) {
    const outer = suite;
    // Hooks may come after the tests that they are for: the lists are theirs, too.
    suite = { name: `${outer.name}${name} > `, before: [...outer.before], after: [...outer.after] };
    body();
    suite = outer;
  }

  const once = (hook) => {
    let done;
    return () => {
      done ??= (async () => hook())();
      return done;
    };
  };
  load({
    describe: withRows(group),
    it: withRows(add),
    test: withRows(add),
    expect,
    beforeEach: (hook) => suite.before.push(hook),
    afterEach: (hook) => suite.after.push(hook),
    beforeAll: (hook) => suite.before.push(once(hook)),
    afterAll: () => {},
  });
  return tests;
}

function withRows(define) {
  return Object.assign((name, body) => define(name, body), {
    each: (rows) => (name, body) => {
      for (const row of rows) {
        const values = Array.isArray(row) ? row : [row];
        define(format(name, ...values), () => body(...values));
      }
    },
    runIf: (condition) => (condition ? withRows(define) : withRows(() => {})),
    skipIf: (condition) => (condition ? withRows(() => {}) : withRows(define)),
  });
}
