import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { patience } from '../../server/src/node/start/patience';

it('is told in what V8 counts', () => {
  expect(patience(6, '11.3.244.8-node.30')).toEqual(['--interrupt-budget=396000']);
  const calls = ['--invocation-count-for-maglev=2400', '--invocation-count-for-turbofan=18000'];
  expect(patience(6, '12.4.254.21-node.57')).toEqual(calls);
  expect(patience(6, '13.6.233.17-node.53')).toEqual(calls);
});

it('is understood by the V8 that runs here, which says nothing', () => {
  const flags = JSON.stringify(patience(2, process.versions.v8));
  const script = `for (const flag of ${flags}) require('node:v8').setFlagsFromString(flag)`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
