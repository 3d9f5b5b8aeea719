import type { Command } from '../command';
import { optionsOf } from './words';

export function powershellCompletion(commands: readonly Command[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const listed = (words: readonly string[]) => `@(${words.map(quoted).join(', ')})`;
  const options = commands.map(
    (command) => `    ${quoted(command.name)} = ${listed(optionsOf(command).map(({ name }) => name))}`,
  );
  const values = commands.flatMap((command) => [
    ...optionsOf(command)
      .filter(({ choices }) => choices.length > 0)
      .map(({ name, choices }) => `    ${quoted(`${command.name} ${name}`)} = ${listed(choices)}`),
    ...(command.operands.choices
      ? [`    ${quoted(`${command.name} ${command.name}`)} = ${listed(command.operands.choices)}`]
      : []),
  ]);
  return `# Completions of twir for PowerShell.
Register-ArgumentCompleter -Native -CommandName twir -ScriptBlock {
  param($current, $ast, $cursor)
  $options = @{
${options.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $words = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  if ($current -ne '') { $words = @($words | Select-Object -SkipLast 1) }
  $command = @($words | Select-Object -Skip 1 | Where-Object { $_ -notlike '-*' })[0]
  $found = if (-not $command) { ${listed([...commands.map(({ name }) => name), '--help', '--version'])} }
    elseif ($values.ContainsKey("$command $($words[-1])")) { $values["$command $($words[-1])"] }
    elseif ($current -like '-*') { $options[$command] }
  $found | Where-Object { $_ -like "$current*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
