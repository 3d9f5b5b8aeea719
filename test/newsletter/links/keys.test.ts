import { describe, expect, it } from 'vitest';
import { eventPageKey, groupKey, linkKey } from '../../../server/src/newsletter/links/keys';

describe('linkKey', () => {
  it.each([
    ['http://www.Example.com/a/', 'https://example.com/a'],
    ['https://example.com', 'https://example.com'],
    ['https://example.com/', 'https://example.com'],
    ['https://example.com//a///b/', 'https://example.com/a/b'],
    ['https://example.com/a?utm_source=x&id=1&fbclid=y#part', 'https://example.com/a?id=1#part'],
    ['https://example.com/a?', 'https://example.com/a'],
    ['https://example.com/a#', 'https://example.com/a'],
    ['https://example.com/#episode-2', 'https://example.com#episode-2'],
    ['https://youtu.be/abcdefghijk?si=x', 'https://youtube.com/watch?v=abcdefghijk'],
    ['https://m.youtube.com/watch?v=abcdefghijk&t=12s', 'https://youtube.com/watch?v=abcdefghijk'],
    ['https://example.com/A', 'https://example.com/A'],
    ['https://www.youtube.com/live/abcdefghijk?si=x', 'https://youtube.com/watch?v=abcdefghijk'],
    ['https://youtube.com/shorts/abcdefghijk', 'https://youtube.com/watch?v=abcdefghijk'],
    ['https://example.com:443/a', 'https://example.com/a'],
    ['http://example.com:80/a', 'https://example.com/a'],
    ['https://example.com:8443/a', 'https://example.com:8443/a'],
    ['https://example.com/a/index.html#b', 'https://example.com/a#b'],
    ['https://example.com/index.html', 'https://example.com'],
    ['https://example.com/%7Ea/p%c3%b6st', 'https://example.com/~a/p%C3%B6st'],
    ['https://example.com/pöst?q=ü', 'https://example.com/p%C3%B6st?q=%C3%BC'],
    ['https://example.com/a%2Fb', 'https://example.com/a%2Fb'],
    ['https://example.com/a#:~:text=some%20words', 'https://example.com/a'],
    ['https://example.com/a#b:~:text=some%20words', 'https://example.com/a#b'],
    ['https://luma.com/calendar?e=evt-1', 'https://luma.com/calendar?e=evt-1'],
    [' not an address ', 'not an address'],
    ['https://youtube.com/shorts/abcdefghijk?list=a', 'https://youtube.com/watch?v=abcdefghijk&list=a'],
    ['https://youtube.com/shorts/abcdefghijk/x', 'https://youtube.com/shorts/abcdefghijk/x'],
    ['https://youtube.com/x/shorts/abcdefghijk', 'https://youtube.com/x/shorts/abcdefghijk'],
    ['https://notyoutube.com/shorts/abcdefghijk', 'https://notyoutube.com/shorts/abcdefghijk'],
    ['https://youtube.com.example/shorts/abcdefghijk', 'https://youtube.com.example/shorts/abcdefghijk'],
    ['https://example.com:4430/a', 'https://example.com:4430/a'],
    ['http://example.com:8080/a', 'https://example.com:8080/a'],
    ['https://awww.example.com/', 'https://awww.example.com'],
    ['https://example.com/a/index.htm', 'https://example.com/a'],
    ['https://example.com/index.html/a', 'https://example.com/index.html/a'],
    ['https://example.com/\ud800a', 'https://example.com/%EF%BF%BDa'],
  ])('of %j is %j', (text, key) => expect(linkKey(text)).toBe(key));

  it('is its own key', () => {
    const key = linkKey('https://youtu.be/abcdefghijk?list=a&si=b#c');
    expect(linkKey(key)).toBe(key);
  });
});

describe('eventPageKey', () => {
  it.each([
    ['https://www.meetup.com/de-DE/Rust-Oslo/events/123/?eventOrigin=a', 'meetup.com/rust-oslo/events/123'],
    ['http://meetup.com/rust-oslo/events/123#b', 'meetup.com/rust-oslo/events/123'],
    ['https://lu.ma/Abc?tk=1', 'luma.com/Abc'],
    ['https://example.com/event?id=1&utm_source=b', 'example.com/event?id=1'],
    ['example.com', 'example.com'],
    ['www.example.com', 'example.com'],
    ['https://example.com/www.rust?to=https://example.org/', 'example.com/www.rust?to=https://example.org/'],
    ['https://example.com/meetup.com/Rust', 'example.com/meetup.com/Rust'],
    ['https://www.meetup.com', 'meetup.com'],
    ['https://www.Meetup.com?Id=1', 'meetup.com'],
    ['https://meetup.com/Rust-Oslo/events/123?some=thing', 'meetup.com/rust-oslo/events/123'],
  ])('of %s is %s', (text, key) => expect(eventPageKey(text)).toBe(key));
});

describe('groupKey', () => {
  it.each([
    ['https://www.meetup.com/Rust-Oslo/events/', 'meetup.com/rust-oslo'],
    ['https://meetup.com/rust-oslo', 'meetup.com/rust-oslo'],
    ['https://lu.ma/RustOslo', 'luma.com/rustoslo'],
    ['https://example.com/events/5', 'example.com/events/5'],
    ['https://www.facebook.com/profile.php?id=1', 'facebook.com/profile.php?id=1'],
  ])('of %s is %s', (text, key) => expect(groupKey(text)).toBe(key));

  it('is its own key', () => {
    const key = groupKey('https://www.meetup.com/Rust-Oslo/events/');
    expect(groupKey(key)).toBe(key);
  });
});
