import { describe, expect, it } from 'vitest';
import { bareCode } from '../../../server/src/newsletter/titles/code';
import { houseTitle } from '../../../server/src/newsletter/titles/house';
import { safeTitle } from '../../../server/src/newsletter/titles/safe';

const codeOf = (title: string) => bareCode(title).map(({ start, end }) => title.slice(start, end));

describe('code in a title', () => {
  it.each([
    ['rename slow_clap to fast_clap', ['slow_clap', 'fast_clap']],
    ['respect MAX_NOISE, and _internal too', ['MAX_NOISE', '_internal']],
    ['make iter::Applause::<T>::start() const', ['iter::Applause::<T>::start()']],
    ['accept Result<Noise, !> and Box<dyn Fn() -> Noise>', ['Result<Noise, !>', 'Box<dyn Fn() -> Noise>']],
    ['lint {loud,quiet}_room and <T as Noise>::LEVEL', ['{loud,quiet}_room', '<T as Noise>::LEVEL']],
    ['clap() (see slow_clap): twice', ['clap()', 'slow_clap']],
    ['accept --quiet=very, -Zhush and -Copt-noise=3', ['--quiet=very', '-Zhush', '-Copt-noise=3']],
    ['support #[quiet(always, never)] and #![no_noise]', ['#[quiet(always, never)]', '#![no_noise]']],
    ['println! and hush!("x") and vec![]', ['println!', 'hush!("x")', 'vec![]']],
    ['a slow_clap-based struct, slow_clap’s enum', ['slow_clap', 'struct', 'slow_clap', 'enum']],
    ['the non-must_use ones of std::loud/std::quiet', ['must_use', 'std::loud', 'std::quiet']],
    ['move tests/ui/slow_clap.rs', ['tests/ui/slow_clap.rs']],
  ])('is found: %s', (title, expected) => expect(codeOf(title)).toEqual(expected));

  it.each([
    'NaN on GitHub, AArch64 and FreeBSD',
    'read Cargo.toml and rust-project.json',
    'a well-known --- dash, a -- dash and -5',
    'Hello world! Yes!',
    'i < 3 and 4 > j, a -> b, x<y',
    'rename "slow_clap" and \'--quiet\' and “Convert to named struct”',
    'a struct-like thing for enums',
    'see https://example.com/slow_clap or some_one@example.com',
    'an \\_escaped name\\_here and _emphasis_',
    'and/or, e.g. this (or that)',
    '1_000_000 rooms at 10:30',
    '((((((((((((((((<<<<<<<<<<<[[[[[[[[[',
    '',
  ])('is not seen in: %s', (title) => expect(codeOf(title)).toEqual([]));

  // What grows with the square of the length would not end before the test's time is up.
  it('is looked for in a long title, too', () => {
    const title = `${'a::b<'.repeat(200_000)}${'_'.repeat(200_000)}${'(x'.repeat(200_000)}`;
    expect(codeOf(`${title} a_b`).at(-1)).toBe('a_b');
  });
});

describe('a title in house style', () => {
  it.each([
    ['feat(room): Stabilize clapping', '`room`: Stabilize clapping'],
    ['feat (room)!: Stabilize clapping ', '`room`: Stabilize clapping'],
    ['fix: Do not clap.', 'do not clap'],
    ['fix: slow_clap on macros', 'fix `slow_clap` on macros'],
    ['Fix: `slow_clap` on macros', 'fix `slow_clap` on macros'],
    ['refactor: Move the hands', 'refactor: move the hands'],
    ['slow_clap: Do not repeat', '`slow_clap`: Do not repeat'],
    ["Don't clap when Windows sleeps", "don't clap when Windows sleeps"],
    ['Windows claps', 'Windows claps'],
    ['LSP claps', 'LSP claps'],
    ['A `struct` claps', 'a `struct` claps'],
    ['SyntaxEditor claps', 'SyntaxEditor claps'],
    [
      'Fix `slow_clap` FP on `FP` and two FNs',
      'fix `slow_clap` false positive on `FP` and two false negatives',
    ],
    ['Complete `&T` -> `&&T`', 'complete `&T` → `&&T`'],
    ['Fix  the\tblanks …', 'fix the blanks …'],
    ['Wait...', 'wait...'],
    ['fix:', 'fix:'],
    ['Return [T; N] from Vec<T>', 'return [T; N] from `Vec<T>`'],
    ['Return T] from <T>', 'return T\\] from \\<T\\>'],
    ['', ''],
  ])('%s', (title, expected) => expect(houseTitle(title)).toBe(expected));

  it('stays as it is when it is in house style', () => {
    for (const title of ['`room`: Stabilize clapping', 'do not clap', 'return T\\] from \\<T\\>'])
      expect(houseTitle(title)).toBe(title);
  });
});

describe('a title that is safe between brackets', () => {
  it.each([
    ['plain words', 'plain words'],
    ['an array [T; N]', 'an array [T; N]'],
    ['code `Vec<T>` and `a]`', 'code `Vec<T>` and `a]`'],
    ['bare <T>', 'bare \\<T\\>'],
    ['open [bracket', 'open \\[bracket'],
    ['closing] bracket of `code[0]`', 'closing\\] bracket of `code[0]`'],
    ['two *mut and *const', 'two \\*mut and \\*const'],
    ['one `backtick', 'one \\`backtick'],
    ['a _room_ of its own', 'a \\_room\\_ of its own'],
  ])('%s', (title, expected) => {
    expect(safeTitle(title)).toBe(expected);
    expect(safeTitle(expected)).toBe(expected);
  });
});
