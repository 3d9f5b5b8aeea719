/** Whose addresses in a description are not the event's page. `path`: only addresses under it. */
export interface HostRow {
  readonly host: string | RegExp;
  readonly path?: RegExp;
}

const hosts = (names: string): readonly HostRow[] => names.split(' ').map((host) => ({ host }));

/** Online meetings. */
export const CALLS: readonly HostRow[] = [
  ...hosts(
    'zoom.us zoom.com zoomgov.com meet.google.com tel.meet hangouts.google.com teams.microsoft.com teams.live.com ' +
      'teams.cloud.microsoft dialin.teams.microsoft.com meet.jit.si 8x8.vc webex.com whereby.com gotomeet.me ' +
      'gotomeeting.com meet.goto.com bluejeans.com skype.com join.me gather.town spatial.chat streamyard.com ' +
      'chime.aws ringcentral.com voov.com tencent.com vdoninja.com riverside.fm livestorm.co demio.com crowdcast.io ' +
      'around.co butter.us remo.co workadventu.re',
  ),
  { host: /^(?:meet|jitsi|bbb|zoom|call|webconf|webinar|visio|conf-call)\d*\./ },
  { host: /./, path: /^\/(?:b|bigbluebutton|rooms)\/\w{3}-\w{3}-\w{3}/ },
];

/** Streams and recordings, on which an online event may take place. */
export const STREAMS: readonly HostRow[] = hosts('youtube.com youtu.be twitch.tv vimeo.com');

/** What is never an event's page. */
export const NO_PAGES: readonly HostRow[] = [
  ...STREAMS,
  ...hosts(
    // Chats and social networks.
    'discord.com discord.gg discordapp.com slack.com matrix.to element.io t.me telegram.me wa.me whatsapp.com ' +
      'signal.group signal.me zulipchat.com x.com twitter.com instagram.com bsky.app mastodon.social hachyderm.io ' +
      'fosstodon.org tiktok.com threads.net reddit.com ' +
      // Maps.
      'maps.google.com maps.app.goo.gl g.page g.co openstreetmap.org osm.org maps.apple.com mapy.cz mapy.com waze.com ' +
      'what3words.com w3w.co here.com wego.here.com yandex.com naver.me 2gis.com citymapper.com ' +
      // Calendars and mail.
      'calendar.google.com outlook.live.com outlook.office.com outlook.office365.com calendar.yahoo.com calendly.com ' +
      'list-manage.com mailchi.mp sendgrid.net mailgun.org ' +
      // Help pages of calls and calendars.
      'aka.ms go.microsoft.com workspace.google.com apps.google.com ' +
      // The language itself, and the code of conduct that many events name.
      'rust-lang.org',
  ),
  { host: 'facebook.com', path: /^\/(?!events\/)/ },
  { host: 'linkedin.com', path: /^\/(?!events\/)/ },
  { host: /^(?:www\.)?google\.[a-z.]+$/ },
  { host: 'goo.gl', path: /^\/maps/ },
  { host: /^(?:www\.)?bing\.com$/ },
  {
    host: /^(?:support|help|helpcenter|faq|kb|status|email|mail|click|links?|track|unsubscribe|lists?|maps?)\./,
  },
  {
    host: /./,
    path: /\/(?:unsubscribe|opt-?out|email[-_]?preferences|notification[-_]?settings|preferences|privacy|terms|imprint|impressum|legal|code[-_]?of[-_]?conduct|coc|help|support|hc|faq|wegbeschreibung|directions|anfahrt|how[-_]to[-_]get[-_]here|find[-_]us|parking)(?:[/._-]|$)/i,
  },
  { host: /./, path: /\.(?:png|jpe?g|gif|svg|webp|pdf|mp4|zip)$/i },
];

/** Forms and short links: they may lead to the page, or to anything else. */
export const DOUBTFUL: readonly HostRow[] = hosts(
  'forms.gle docs.google.com drive.google.com forms.office.com typeform.com surveymonkey.com tally.so doodle.com ' +
    'linktr.ee',
);

/** Words before an address that tell what else it is. */
export const OTHER_WORDS: RegExp =
  /\b(?:unsubscribe|opt[ -]?out|learn more about (?:meet|zoom|teams)|help|dial[ -]?in|join (?:with|by|via|on|the|from|zoom|us on|our)|joining|video ?call|meeting link|zoom|stream(?:ed)?|phone|map|directions?|parking|venue|location|where|address|hosted at|code of conduct|coc|sponsor(?:s|ed by)?|slides|recording|jobs?|hiring|slack|discord|chat|follow us|speaker|bio)\b[^.!?\n]{0,40}$/iu;
