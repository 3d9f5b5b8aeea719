import { parseArgs } from 'node:util';
import { didYouMean, nearest } from '../text/words';
import { type Call, type Command, type Option, UsageError } from './command';

/** Every command has these. */
export const COMMON_OPTIONS = {
  help: { short: 'h', help: 'Tell what the command does and takes' },
} as const;

/** Reads the words of a call. @throws UsageError for what the command does not take */
export function parseCall(
  command: Command,
  words: readonly string[],
): Pick<Call<Command['options']>, 'options' | 'operands'> & { readonly help: boolean } {
  const options: Readonly<Record<string, Option>> = { ...command.options, ...COMMON_OPTIONS };
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, option]) => [
        name,
        { type: takesValue(option) ? 'string' : 'boolean', ...(option.short ? { short: option.short } : {}) },
      ]),
    ),
  });
  const values: Record<string, unknown> = {};
  for (const [name, { multiple }] of Object.entries(command.options))
    values[name] = multiple ? [] : undefined;
  const operands: string[] = [];
  let help = false;
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (!option) throw new UsageError(unknownOption(token.rawName, Object.keys(options)));
    if (token.name === 'help') help = true;
    else if (!takesValue(option)) {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`);
      values[token.name] = true;
    } else {
      const value = readValue(token, option);
      if (option.multiple) (values[token.name] as string[]).push(value);
      else values[token.name] = value;
    }
  }
  if (!help) mustFit(command, operands);
  // Without this the open drafts would be worked on, and what is piped in left alone.
  if (!help && values['stdin-filename'] !== undefined && !operands.includes('-'))
    throw new UsageError('--stdin-filename needs the operand -, which reads standard input');
  return { options: values as never, operands, help };
}

export function takesValue(option: Option): boolean {
  return option.value !== undefined || option.choices !== undefined;
}

/** What stands for an option's value in help. */
export function valueName(option: Option): string {
  return option.value ?? option.choices?.join('|') ?? '';
}

function readValue(
  token: {
    readonly rawName: string;
    readonly value?: string | undefined;
    readonly inlineValue?: boolean | undefined;
  },
  option: Option,
): string {
  const { rawName, value, inlineValue } = token;
  // `--out --fix` forgot the folder; `--out=-x` and `--out -` mean what they say.
  if (value === undefined || (!inlineValue && value.length > 1 && value.startsWith('-')))
    throw new UsageError(`${rawName}: ${valueName(option)} is missing`);
  if (option.choices) mustBeOneOf(rawName, value, option.choices);
  return value;
}

function mustBeOneOf(what: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  throw new UsageError(
    `${what}: “${value}” is not one of ${choices.join(', ')}${didYouMean(value, choices)}`,
  );
}

function unknownOption(rawName: string, known: readonly string[]): string {
  const near = nearest(rawName.replace(/^-+/, ''), known);
  return `unknown option ${rawName}${near === undefined ? '' : `; did you mean --${near}?`}`;
}

function mustFit({ operands: { usage, least, most, choices } }: Command, operands: readonly string[]): void {
  if (operands.length < least) throw new UsageError(`${usage} is missing`);
  const extra = operands[most];
  if (extra !== undefined) throw new UsageError(`unexpected “${extra}”`);
  for (const operand of operands) if (choices) mustBeOneOf(usage, operand, choices);
}
