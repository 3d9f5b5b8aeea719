import * as vscode from 'vscode';
import { checkoutTests } from './checkout.test';
import { pointTests } from './points.test';
import { previewTests } from './preview.test';
import { type Outcome, reportPrefix, runTests } from './runner';
import { serverTests } from './server.test';
import { weekTests } from './week.test';
import { writingTests } from './writing.test';

/** Where a desktop VS Code leaves the outcomes: its console is not ours to read. */
const reportFile = typeof process === 'object' ? process.env.TWIR_E2E_REPORT : undefined;

/** In this order: the first ones need a VS Code in which nothing has started. */
const TESTS = [
  ...writingTests,
  ...previewTests,
  ...checkoutTests,
  ...serverTests,
  ...weekTests,
  ...pointTests,
];

/** What VS Code calls: it ends with an error when this does. */
export async function run(): Promise<void> {
  const outcomes: Outcome[] = [];
  try {
    await runTests(TESTS, (outcome) => {
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
