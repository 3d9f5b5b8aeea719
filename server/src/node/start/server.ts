import path from 'node:path';
import { start } from './start';

start(path.join(__dirname, 'server.program.js'), 'server');
