import path from 'node:path';
import { InputError, type System } from './system';

/** Where a command writes what it makes of its inputs, a file each. */
export class OutputFolder {
  /** Inputs by the names of their outputs, as file systems compare them that do not tell case apart. */
  private readonly taken = new Map<string, string>();

  /** @param force what is there already is overwritten */
  constructor(
    private readonly system: System,
    private readonly folder: string,
    private readonly force: boolean,
  ) {}

  /**
   * @param name of the file to write
   * @param input what it was made of, as the user named it
   * @throws InputError when another input has that name already, or a file of it may not be written
   */
  write(name: string, input: string, text: string): void {
    const key = name.normalize('NFC').toLowerCase();
    const other = this.taken.get(key);
    if (other !== undefined) throw new InputError(`${input}: would be written to ${name}, as ${other} was`);
    this.taken.set(key, input);
    const target = path.join(this.folder, name);
    if (!this.force && this.system.kindOf(target) === 'file')
      throw new InputError(`${target}: exists already; --force overwrites it`);
    this.system.create(target, text, this.force);
  }
}
