import type { System } from './system';

/** The words of the call are off: shown with a hint at `--help`. */
export class UsageError extends Error {}

/** An option of a command. Help, completions and the documentation are made of this. */
export interface Option {
  /** One or two lines; the default belongs here. */
  readonly help: string;
  readonly short?: string;
  /** What its value is called in help, e.g. `FILE`; an option without takes no value. */
  readonly value?: string;
  /** All the values that there are; the option's value is called by them in help when `value` is absent. */
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly multiple?: true;
}

export type Options = Readonly<Record<string, Option>>;

type Value<O extends Option> = O extends { readonly choices: readonly (infer C)[] }
  ? C
  : O extends { readonly value: string }
    ? string
    : true;

/** What the options of a call came to: undefined for one that was not given. */
type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly multiple: true } ? Value<O[K]>[] : Value<O[K]> | undefined;
};

export interface Call<O extends Options> {
  readonly options: Values<O>;
  /** What is no option, as the user wrote it. */
  readonly operands: readonly string[];
  readonly system: System;
}

/** What a command takes besides options. */
interface Operands {
  /** As help writes it, e.g. `PATH...`. */
  readonly usage: string;
  readonly least: number;
  readonly most: number;
  /** All that there are. */
  readonly choices?: readonly string[];
}

/** A command of `twir`: a file in `commands/` and a line in the table of `commands.ts`. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  /** One line, for lists of commands. */
  readonly summary: string;
  /** What else there is to know, in sentences. */
  readonly description: string;
  readonly operands: Operands;
  readonly options: O;
  readonly examples: readonly { readonly what: string; readonly call: string }[];
  /**
   * @returns the exit status: 0 fine, 1 something was found, 2 could not run
   * @throws UsageError, InputError
   */
  run(call: Call<O>): Promise<number>;
}

/** Gives a command the types of its options. */
export function defineCommand<const O extends Options>(command: Command<O>): Command {
  return command as unknown as Command;
}
