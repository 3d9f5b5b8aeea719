import { type Command, defineCommand } from '../command';
import { bashCompletion } from '../completion/bash';
import { fishCompletion } from '../completion/fish';
import { powershellCompletion } from '../completion/powershell';
import { zshCompletion } from '../completion/zsh';

const SHELLS: Readonly<Record<string, (commands: readonly Command[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** @param commands every command, this one included */
export function completions(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: 'completions',
    summary: 'Print completions for a shell',
    description: '',
    operands: { usage: 'SHELL', least: 1, most: 1, choices: Object.keys(SHELLS) },
    options: {},
    examples: [
      { what: 'bash', call: 'twir completions bash >> ~/.bashrc' },
      { what: 'zsh', call: 'twir completions zsh > ~/.zfunc/_twir' },
      { what: 'fish', call: 'twir completions fish > ~/.config/fish/completions/twir.fish' },
      { what: 'PowerShell', call: 'twir completions powershell >> $PROFILE' },
    ],
    run: async ({ operands: [shell = ''], system }) => {
      system.terminal.document(SHELLS[shell]!(commands()));
      return 0;
    },
  });
}
