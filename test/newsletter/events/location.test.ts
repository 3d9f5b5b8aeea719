import { describe, expect, it } from 'vitest';
import { parseLocation } from '../../../server/src/newsletter/events/location';

describe('the grammar’s form of a location', () => {
  it.each([
    ['Virtual / Oslo, NO', 'Virtual (Oslo, NO)'],
    ['Virtual Oslo, NO', 'Virtual (Oslo, NO)'],
    ['Virtual [Oslo, NO]', 'Virtual (Oslo, NO)'],
    ['Virtual ((Oslo, NO)', 'Virtual (Oslo, NO)'],
    ['Virtual (Oslo, NO))', 'Virtual (Oslo, NO)'],
    ['Virutal (Oslo, NO)', 'Virtual (Oslo, NO)'],
    ['Remote (Oslo, NO)', 'Virtual (Oslo, NO)'],
    ['Oslo, NO (Virtual)', 'Virtual (Oslo, NO)'],
    ['Hyrbid (Oslo, NO)', 'Hybrid (Oslo, NO)'],
    ['Hybrid [Oslo, NO]', 'Hybrid (Oslo, NO)'],
    ['Oslo, NO (in person)', 'Oslo, NO'],
  ])('of %s is %s', (text, canonical) =>
    expect(parseLocation(text)).toMatchObject({ canonical, exact: false }),
  );

  it.each(['Frankfurt (Oder), DE', 'Virtual (Frankfurt (Oder), DE)', 'Viral, PT'])('keeps %s', (text) =>
    expect(parseLocation(text)).toMatchObject({ canonical: text, exact: true }),
  );
});
