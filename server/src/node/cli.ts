import { main } from '../cli/main';
import { nodeSystem } from './system';

void main(process.argv.slice(2), nodeSystem()).then((status) => {
  process.exitCode = status;
});
