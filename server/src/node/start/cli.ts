import path from 'node:path';
import { start } from './start';

const [command = ''] = process.argv.slice(2);
start(path.join(__dirname, 'cli.program.js'), command);
