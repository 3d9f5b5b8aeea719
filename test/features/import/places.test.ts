import { describe, expect, it } from 'vitest';
import { Clocks } from '../../../server/src/features/import/clocks';
import { findPlace, KnownPlaces } from '../../../server/src/features/import/places';
import { PlaceClocks } from '../../../server/src/features/import/zones';
import { archiveWith } from '../../helpers/fixture';

const known = new KnownPlaces(undefined);

describe('the place of an address', () => {
  it.each([
    ['Oslo, Norway', 'Oslo, NO'],
    ['Some Company, Street 1, Oslo, Norway', 'Oslo, NO'],
    ['Some Company (Street 1, Oslo, Norway)', 'Oslo, NO'],
    ['c-base, Rungestraße 20, 10179 Berlin, Germany', 'Berlin, DE'],
    ['Rungestraße 20, 10179 Berlin, Deutschland', 'Berlin, DE'],
    ['Hall\nRungestraße 20\n10179 Berlin\nGermany', 'Berlin, DE'],
    ['Some Room, 12 Some Street, London EC1A 1AA, UK', 'London, UK'],
    ['Some Room, 12 Some Street, London, England, United Kingdom', 'London, UK'],
    ['Some Room, London, GB', 'London, UK'],
    ['Science Park 1, 1098 XH Amsterdam, Netherlands', 'Amsterdam, NL'],
    ['Some Company, 1600 Some Pkwy, Mountain View, CA 94043, USA', 'Mountain View, CA, US'],
    ['1600 Some Pkwy, Fremont, CA 94538', 'Fremont, CA, US'],
    ['Some Hall, Seattle, WA', 'Seattle, WA, US'],
    ['Some Hall, Seattle, Washington, United States', 'Seattle, WA, US'],
    ['Some Hall, Portland, OR, us', 'Portland, OR, US'],
    ['Some Hall, Toronto, ON M5V 2T6, Canada', 'Toronto, ON, CA'],
    ['Some Hall, Vancouver, BC, Canada', 'Vancouver, BC, CA'],
    ['Level 3, 1 Some Street, Brisbane City QLD 4000, Australia', 'Brisbane City, QLD, AU'],
    ['Some Hall, Sydney NSW, Australia', 'Sydney, NSW, AU'],
    ['1-2-3 Shibuya, Shibuya-ku, Tokyo 150-0002, Japan', 'Tokyo, JP'],
    ['1 Some Road, Singapore 049318', 'Singapore, SG'],
    ['Some Hall, Tbilisi, Georgia', undefined],
    ['Some Hall, Atlanta, Georgia', 'Atlanta, GA, US'],
    ['Some Hall, Fremont, CA', undefined],
    ['Some Hall, Berlin', 'Berlin, DE'],
    ['Rua Alta 3, 1000-001 Tavira, Portugal', 'Tavira, PT'],
    ['Rynek 5, 76-270 Ustka, Poland', 'Ustka, PL'],
    ['Kade 1, 4381CJ Vlissingen, Netherlands', 'Vlissingen, NL'],
    ['Nám. 13, 301 00 Plzeň 3, Czechia', 'Plzeň, CZ'],
    ['Torv 3, 5000 Odense C, Denmark', 'Odense, DK'],
    ['Dockers Hall, Dublin 1, D01 X2X2, Ireland', 'Dublin, IE'],
    ['Via Alta 1, 26100 Cremona CR, Italy', 'Cremona, IT'],
    ['Centre, Mysuru, Karnataka 570001, India', 'Mysuru, IN'],
    ['Hall, Nashik, Maharashtra, India', 'Nashik, IN'],
    ['Patras 262 21, Greece', 'Patras, GR'],
    ['Street 1, Lviv, Ukraine, 79000', 'Lviv, UA'],
    ['Street 1, Perth WA 6000', 'Perth, WA, AU'],
    ['Street 1, Perth, WA 6000', 'Perth, WA, AU'],
    ['410 Some Avenue N, Seattle WA 98109', 'Seattle, WA, US'],
    // Numbers of houses are no postcodes.
    ['Av. Alta 1234, Rosario, Argentina', 'Rosario, AR'],
    ['221 Some Street, Ennis, Ireland', 'Ennis, IE'],
    // A city of that name elsewhere is another one.
    ['Some Hall, Cambridge, MA', undefined],
    ['Our usual room', undefined],
    ['', undefined],
    [', , ,', undefined],
    ['Norway', undefined],
    ['42', undefined],
  ])('%s', (address, place) => {
    expect(findPlace(address, known)?.place).toBe(place);
  });

  it('has no state where the newsletter has none, whatever an earlier issue has', () => {
    const line = (place: string) =>
      `* 2026-02-18 | ${place} | [Rust Pirna](https://example.com/pirna)\n    * [**Talks**](https://example.com/talks)\n`;
    const earlier = `Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-18\nCategory: This Week in Rust\n\n## Upcoming Events\n\n### Europe\n${line('Pirna, SN, DE')}\n### North America\n${line('Yuma, AZ, US')}`;
    const places = new KnownPlaces(archiveWith(earlier));
    expect(findPlace('Some Hall, Pirna, Germany', places)?.place).toBe('Pirna, DE');
    expect(findPlace('Some Hall, Yuma, USA', places)?.place).toBe('Yuma, AZ, US');
  });

  // What grows with the square of the length would not end before the test's time is up.
  it.each(['a ', '1', 'A1 ', ', '])('ends with a long one: %s', (part) => {
    expect(findPlace(part.repeat(400_000), known)).toBeUndefined();
  });
});

describe('the clock of a place', () => {
  const clocks = new PlaceClocks(new Clocks());

  it.each([
    ['Seattle, WA, US', '2026-03-07T02:30:00', '2026-03-06T18:30:00'],
    ['Seattle, WA, US', '2026-03-09T01:30:00', '2026-03-08T18:30:00'],
    ['Brisbane, QLD, AU', '2026-03-06T22:00:00', '2026-03-07T08:00:00'],
    ['Oslo, NO', '2026-03-29T22:30:00', '2026-03-30T00:30:00'],
    ['London, UK', '2026-03-28T23:30:00', '2026-03-28T23:30:00'],
    ['Vladivostok, RU', '2026-03-28T15:30:00', '2026-03-29T01:30:00'],
    ['Thimphu, BT', '2026-03-28T15:30:00', '2026-03-28T21:30:00'],
  ])('%s at %s UTC', (place, utc, clock) => {
    expect(clocks.of(place)[0]!.shows(utc)).toBe(clock);
  });

  it('is one of several where the city is not known to have its own', () => {
    expect(clocks.of('Somewhere, RU').length).toBeGreaterThan(5);
    expect(clocks.of('Nowhere')).toEqual([]);
    expect(clocks.of(undefined)).toEqual([]);
  });
});
