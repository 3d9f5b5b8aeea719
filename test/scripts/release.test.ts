import { expect, it } from 'vitest';
import { hindrances } from '../../scripts/check-release.mjs';

const ready = {
  version: '1.2.3',
  publisher: 'some-publisher',
  repository: { type: 'git', url: 'https://example.com/a.git' },
};

it('lets a release go when the tag is the version and the names are filled in', () =>
  expect(hindrances(ready, 'v1.2.3')).toEqual([]));

it('says everything that hinders a release', () => {
  expect(hindrances({ version: '1.2.3', publisher: 'OWNER-PUBLISHER-ID' }, 'v1.2.4')).toEqual([
    'The tag is v1.2.4, the version in package.json 1.2.3.',
    '“publisher” in package.json is a placeholder.',
    '“repository” is missing in package.json.',
  ]);
  expect(hindrances(ready, undefined)).toEqual(['The tag is missing, the version in package.json 1.2.3.']);
});
