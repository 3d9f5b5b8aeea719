import * as vscode from 'vscode';
import { tests } from './extension.test';
import { pointTests } from './points.test';
import { type Outcome, reportPrefix, runTests } from './runner';
import { weekTests } from './week.test';

/** Where a desktop VS Code leaves the outcomes: its console is not ours to read. */
const reportFile = typeof process === 'object' ? process.env.TWIR_E2E_REPORT : undefined;

/** What VS Code calls: it ends with an error when this does. */
export async function run(): Promise<void> {
  const outcomes: Outcome[] = [];
  try {
    await runTests([...tests, ...weekTests, ...pointTests], (outcome) => {
      outcomes.push(outcome);
      console.log(reportPrefix + JSON.stringify(outcome));
    });
  } finally {
    if (reportFile) {
      const bytes = new TextEncoder().encode(JSON.stringify(outcomes));
      await vscode.workspace.fs.writeFile(vscode.Uri.file(reportFile), bytes);
    }
  }
}
