import { VERSION } from '../cli/version';
import { serve } from './serve';

const words = process.argv.slice(2);
if (words.includes('--version')) process.stdout.write(`${VERSION}\n`);
else if (words.some((word) => /^--(?:stdio$|node-ipc$|socket=|pipe=)/.test(word))) serve();
else {
  process.stderr.write('twir: an editor starts this, with --stdio; to check files, use “twir check”\n');
  process.exitCode = 2;
}
