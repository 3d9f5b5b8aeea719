import { expect, it } from 'vitest';
import { rulePagesFolder } from '../../server/src/protocol/rulePages';

it.each([
  'https://github.com/some-owner/some.repo',
  'https://github.com/some-owner/some.repo.git',
  'git+https://github.com/some-owner/some.repo.git',
  'github:some-owner/some.repo',
  'some-owner/some.repo',
  { type: 'git', url: 'https://github.com/some-owner/some.repo.git' },
])('leads to the repository: %j', (repository) =>
  expect(rulePagesFolder(repository, 'file:///installed')).toBe(
    'https://github.com/some-owner/some.repo/blob/main/docs/rules/',
  ),
);

it.each([undefined, '', {}, 'https://example.com/a/b'])('leads to what is installed: %j', (repository) => {
  expect(rulePagesFolder(repository, 'file:///installed/docs/rules')).toBe('file:///installed/docs/rules/');
  expect(rulePagesFolder(repository, 'file:///installed/docs/rules/')).toBe('file:///installed/docs/rules/');
});
