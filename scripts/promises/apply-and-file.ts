import { groupOf } from './promised.ts';

/** What holds for `apply` and the file of links. */
export const applyAndFile = [
  groupOf('apply', {
    'apply-file': 'The file is `file`, else `.github/docspace-links.yml` or `.yaml`; both are an error.',
    'apply-prune':
      '`prune: true` revokes links that this repository made and the file no longer names, in the rooms that it names.',
    'apply-allow-widening': '`allow-widening: false` fails before any write if the plan makes anything more open.',
    'apply-max-changes': 'A plan with more than `max-changes` changes fails before any write.',
    'apply-dry-run': '`dry-run: true` gives `planned` or `unchanged`, and writes nothing.',
    'apply-plan-first': 'The whole plan is computed and checked before the first write.',
    'apply-others-go-on':
      'A room that fails does not stop the others; the step is red and says what is done and what is not.',
    'apply-converges': 'A second run has nothing to do, also after a failure.',
    'apply-full-room': 'In a full room, links are revoked before new ones are made.',
    'apply-outputs': '`result` and the counts say what was done; each element of `links` has its `roomId`.',
    'apply-result-always': '`result` is set on success, also if another run did the work meanwhile.',
    'apply-skip-checks-file': 'With `on-missing-credentials: skip` and no credentials, the file is still checked.',
    'apply-past-date':
      'An entry whose date has passed is up to date if its link has expired, is gone or is `absent`; only a link that would have to be made or prolonged is an error.',
    'apply-absent-room': 'A room that is not there and has only `absent` entries is up to date, with a notice.',
    'apply-comment': '`comment-on-pr` shows the plan on the pull request.',
  }),
  groupOf('The file', {
    'file-fields': 'Each field of a link is the input of set with the same name; `key` is `default` if it is missing.',
    'file-no-passwords': '`password` is only `generate`, `none` or `keep`.',
    'file-absent': '`state: absent` revokes the link of that key.',
    'file-errors':
      'Unknown fields, bad values and duplicate keys are errors with file, line and column, all at once, before any request.',
    'file-empty-links': '`links:` with nothing under it is an error; `links: []` says none.',
    'file-encoding': 'A file that is not UTF-8 is an error.',
    'file-hostile': 'A file that is no regular file, is too large, or would take too long is an error in time.',
    'file-schema': 'A JSON Schema of the file agrees with the parser.',
  }),
];
