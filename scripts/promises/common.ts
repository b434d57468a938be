import { groupOf } from './promised.ts';

/** What holds for every action. */
export const common = [
  groupOf('Actions', {
    'five-actions': 'Five actions run from one bundle: set (the root), list, revoke, audit and apply.',
    'own-inputs': 'An `action.yml` has exactly the inputs that its action knows, so the runner warns of typos.',
    'one-table':
      "One table in the code yields the parser, every `action.yml` and the README's tables. A test fails when one of them differs.",
    'exit-code': 'Success is exit code 0 with every output set. Any failure is exit code 1.',
    'error-annotations': 'A failed step has one `error` annotation per problem, with a title and a hint what to do.',
    'summary-always': 'The job summary is written after success and after failure, unless `summary: false`.',
    'post-step-warns': 'A failure of the post step is a warning: the work of the job is done.',
  }),
  groupOf('Common inputs', {
    'portal-url-cut':
      "A path, a trailing slash or `/api/2.0` after the portal's address is ignored, with a debug line.",
    'portal-url-https': '`http:` is accepted for localhost only.',
    'credentials-from-env':
      '`DOCSPACE_PORTAL_URL` and `DOCSPACE_API_KEY` are used where `portal-url` and `api-key` are empty.',
    'api-key-trimmed': 'Spaces and newlines around the API key are ignored.',
    'api-key-masked': 'The API key is masked before anything else happens.',
    'read-scope-suffices': 'A key with `rooms:read` is enough for list, and for audit without fixes.',
    'ca-certificate': '`ca-certificate` takes the PEM text, or the path, of the CA of a self-hosted portal.',
    'request-timeout': '`request-timeout` limits one request, from connecting to the last byte of the body.',
    'step-timeout': '`timeout` limits the whole step.',
    'missing-credentials':
      'Without URL or key the step fails, or with `on-missing-credentials: skip` ends green with a warning and `result: skipped`.',
    'dry-run': '`dry-run: true` computes and shows the plan, and writes nothing.',
    booleans: 'Booleans are `true` or `false` in any case. An empty input is the default.',
    durations: 'Durations are written as `45s`, `90m`, `12h`, `7d` or `2w`.',
    'input-errors-together':
      'All input errors are reported together, each with the name of the input, the value unless it is secret, what is allowed, and a suggestion. No request is sent.',
    'input-paths-checked':
      'Certificate, baseline, file or policy file that cannot be read, and a report path outside of the workspace, are input errors, reported with the others.',
  }),
  groupOf('Lists in inputs', {
    'list-lines': 'A list has one value per line; `#` begins a comment line.',
    'list-commas':
      'Commas separate ids, rule ids, fixed words, labels and report paths too. Double quotes keep a comma inside a value.',
    'list-keys': 'Commas separate keys, unless the line as a whole is the key of a link of the room.',
    'list-titles': 'Room titles are one per line only. A line of ids with commas is read as ids.',
    'list-notation': 'A JSON array, `- ` before each line, or `;` between names is an error that shows the right form.',
    'list-wrong-kind': 'A share URL or an id in place of a key is an error. A URL is not printed.',
  }),
  groupOf('Outputs', {
    'outputs-all-set': 'Every run sets every output of its action.',
    'outputs-of-failure':
      'When a step fails, outputs hold what is known by then. What is not known is empty, never `0` or `[]`.',
    'outputs-of-skip': 'With `result: skipped`, `changed` is `false`, arrays are `[]` and counts are `0`.',
    'outputs-size':
      'No output is larger than 120 KiB. Longer arrays are cut at whole elements, `truncated` is `true`, and a warning says where the whole is.',
    'outputs-order': 'Arrays have a stable order, whatever order the portal sends.',
  }),
  groupOf('Poor surroundings', {
    'no-summary-file':
      'Without a writable `GITHUB_STEP_SUMMARY`, the text is in the log, with a warning, and the step is not red.',
    'poor-surroundings':
      'Without `GITHUB_OUTPUT`, `GITHUB_STATE` or a repository, the step does its work, and a warning says what is missing.',
    'no-proxy': '`no_proxy` is read in all forms that runners have: `*.example.com`, spaces between names.',
    'proxy-unusable': 'A proxy variable that cannot be used is an error at once, which names the variable.',
    'packed-answers': '`Accept-Encoding: identity` is sent, and a packed answer is unpacked.',
    'no-node-warnings': 'Nothing in a step makes Node print a warning.',
    'limiter-waited-for': 'A portal that answers 429 is waited for within `timeout`.',
  }),
];
