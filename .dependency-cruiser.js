/**
 * Which room of `src` may import from which. A positive list: what is not here is forbidden, types included, and so is
 * every circle. ARCHITECTURE.md shows the same table, and a test holds the two together.
 */
export const rooms = {
  links: [],
  http: ['links'],
  runner: ['links'],
  audit: ['links'],
  values: ['links', 'audit'],
  docspace: ['links', 'http'],
  reconcile: ['links', 'docspace'],
  'config-file': ['links', 'audit', 'values'],
  render: ['links', 'audit'],
  github: ['links', 'http', 'render'],
  context: ['links', 'http', 'docspace', 'runner', 'render'],
  actions: [
    'links',
    'http',
    'runner',
    'audit',
    'values',
    'docspace',
    'reconcile',
    'config-file',
    'render',
    'github',
    'context',
  ],
  run: ['links', 'runner', 'render', 'context', 'actions'],
  index: ['http', 'docspace', 'runner', 'context', 'actions', 'run'],
};

/** The files of a room: a folder, or a single file. `run` has a second one beside it. */
const filesOf = (room) => (room === 'run' ? '^src/(?:run|hand-over)\\.ts$' : `^src/${room}(?:/|\\.ts$)`);

const arrows = Object.entries(rooms).map(([room, others]) => ({
  name: `${room}-imports-only`,
  comment: `src/${room} may import from: ${others.join(', ') || 'nothing outside of itself'}.`,
  severity: 'error',
  from: { path: filesOf(room) },
  to: { path: '^(?:src|simulator|scripts|__tests__)/', pathNot: [room, ...others].map(filesOf) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...arrows,
    {
      name: 'room-of-its-own',
      comment: 'Every file of src belongs to a room of the list.',
      severity: 'error',
      from: { path: '^src/', pathNot: Object.keys(rooms).map(filesOf) },
      to: {},
    },
    {
      name: 'no-other-verb',
      comment: 'No verb imports the folder of another.',
      severity: 'error',
      from: { path: '^src/actions/([^/]+)/' },
      to: { path: '^src/actions/[^/]+/', pathNot: '^src/actions/$1/' },
    },
    {
      name: 'simulator-knows-nothing-of-the-product',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(?:src|scripts|__tests__)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
