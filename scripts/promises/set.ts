import { groupOf } from './promised.ts';

/** What holds for `set`. */
export const set = [
  groupOf('set: what to set', {
    'room-exactly-one': 'Exactly one of `room-id` and `room-title` selects the room.',
    'room-id': '`room-id` is a number, or the text id of a room on third-party storage.',
    'room-title': '`room-title` is the exact title of an active room, in Unicode NFC.',
    'room-title-near':
      'A title that no room has is an error that names near ones with their ids: other case, spaces around, no-break spaces, archived.',
    'room-title-ambiguous': 'A title that several rooms have is an error that lists their ids.',
    'set-link-type': '`link-type` is `external` or `invitation`. With `link-id`, the type of that link counts.',
    'set-access':
      "`access` takes six roles, and DocSpace's own names and numbers. It is checked before any write; the error lists what this room allows.",
    'set-expiration':
      '`expiration` is a duration from now, an instant with an offset, a date (the end of that day), or `never`.',
    'set-expiration-refused': 'An expiration that is past, unreadable or more than 10 years away is an error.',
    'set-internal': '`internal: false` has to be written out to create a link for anyone, also in a Public room.',
    'set-primary': '`primary: true` is the primary link. It is made where the room type allows it and it is missing.',
    'set-primary-permanent':
      'In Public and Form filling rooms the primary link is permanent: an expiration for it is an error that advises an additional link.',
    'set-key': '`key` identifies a link: the same key in the same room and repository is the same link on every run.',
    'set-key-long':
      'A key may be as long as a branch name, up to 512 characters. It is cut for the title, not for the identity.',
    'set-link-id': '`link-id` works on an existing link, whoever made it; an unknown id is an error.',
    'set-adopt':
      '`adopt: true` takes over an invitation link that this key did not make; `false` fails and names its id.',
    'set-title': 'The default title is `<owner/repo>: <key>`; titles have at most 255 characters.',
    'set-password':
      '`password` is `keep`, `none`, `generate`, or the password itself, which is checked before any request.',
    'set-deny-download': '`deny-download` restricts copying, downloading and printing of external links.',
    'set-max-uses': '`max-uses` limits an invitation link to 1 to 1000 uses on a portal from 3.7 on.',
  }),
  groupOf('set: the life of a link', {
    'set-defaults':
      'A new link is for viewers, for DocSpace users only, and expires in 7 days, unless inputs say otherwise.',
    'set-kept': 'A setting that is left out keeps its value on update.',
    'set-duration-bounds':
      'A duration is the longest life from now: an earlier date stays, a later one is shortened. Runs never lengthen a life.',
    'set-expired-replaced': 'An expired link is replaced by one with a new id and URL, and the settings that it had.',
    'set-renew': '`renew: true` moves the date on every run, and an expired link comes back with its URL.',
    'set-rotate': '`rotate: true` gives the link a new URL and keeps all settings; the old URL dies.',
    'set-rotate-full': 'In a full room the old link is revoked before the new one is made, and the log says so.',
    'revoke-after-job': '`revoke-after-job: true` revokes the link in the post step, if this step made it.',
    'old-portal-invitation':
      'What a portal before 3.7 cannot do, such as an invitation of 30 days, is an error before the write.',
  }),
  groupOf('set: what is shown', {
    'reveal-never': '`reveal-link: never`, the default, masks URLs.',
    'reveal-protected':
      '`reveal-link: protected` shows the URL of an external link behind a login or password, and no other.',
    'reveal-always':
      "`reveal-link: always` shows the URL of the step's own link; the URLs of others stay out of `links`.",
    'comment-kept': '`comment-on-pr: true` keeps one comment on the pull request about the link.',
    'comment-elsewhere': 'Outside of a pull request, `comment-on-pr` is a warning.',
    'comment-refused': 'If GitHub refuses the comment, the step fails after all outputs are set.',
    'github-token-use': '`github-token` is used only by `comment-on-pr`.',
    'output-result': 'The output `result` is `created`, `updated`, `unchanged`, `replaced`, `rotated` or `skipped`.',
    'output-changed': 'The output `changed` is `true` if the portal was changed; with `dry-run`, if it would be.',
    'output-password': 'The output `password` is set only when a password was generated, and is masked.',
    'output-opens':
      'The output `opens` says what an anonymous visitor gets after a write; `unknown` comes with a warning.',
    'output-expiration': 'The output `expiration` is ISO 8601 in UTC, or `never`.',
    'output-links': 'The output `links` describes all links of the room after the run, never with a password or token.',
    'output-managed': '`managed` is true for links that this repository made.',
    'output-plan': 'The output `plan` lists the changes; `fields` and `widens` name inputs.',
    'output-widens':
      '`widens` names what becomes more open: access, internal, expiration, password, deny-download, max-uses.',
  }),
  groupOf('set: what it promises', {
    'set-idempotent': 'A second run with the same inputs sends no write and says `unchanged`.',
    'set-two-runs':
      'Two runs at once end with one link, as one of them asked for it, whatever the order of their requests.',
    'set-takes-back-own': 'A run takes back only what is still as it wrote it.',
    'set-no-blind-repeat':
      'Before a write is sent again, the room is listed: a link that is gone is planned anew, and what others have changed is kept.',
    'set-late-list': 'A list that lacks what the portal has confirmed is read again before anything else is concluded.',
    'set-portal-clock':
      "Dates are those of the portal's clock. From a minute's difference on there is a warning; an instant that has passed there is an error before any write.",
    'set-no-endless':
      'A date that passes on the way leaves no link without end: the step is red, and the link is revoked.',
    'set-primary-read-again': 'A primary link is read again between the two requests that make it.',
    'set-dead-run':
      'What a dead run left is named, not silently taken for wanted: a primary link open to anyone is a warning.',
    'set-redeemed':
      'An invitation that is rotated or narrowed is looked at again: whoever joins by it would bring it back.',
    'set-old-goes-first': 'Where the old link goes first, log and error name what must be given again.',
    'set-never-more': 'Nothing becomes more open by a default.',
    'set-verified':
      'After a write the links are read back and the link is tried anonymously. A difference fails the step and names each field with the likely reason.',
    'set-wrong-link-revoked': 'A link that this run created wrongly is revoked again.',
    'set-dead-url': 'No URL that was revoked or has expired opens again, unless `renew: true` says so.',
    'set-failure-red': "A lost connection, a cut answer, an answer that is not DocSpace's, or a killed step is red.",
    'set-wrong-answer': 'An answer about another room, or one that contradicts itself, is an error before any write.',
    'no-secrets':
      'No key, password, token or masked URL is in log, annotations, summary, outputs, comments, reports or state.',
    'address-differs': 'If the portal writes its URLs with another host than `portal-url`, a warning names both.',
  }),
];
