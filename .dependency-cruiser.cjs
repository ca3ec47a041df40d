/** The house's imports, as DESIGN.md draws them: what is not on the list is refused. */
const PURE = ['protocol', 'forms', 'routing', 'signal'];
const LISTENERS = ['alerts', 'reporting', 'interop'];
const ALLOWED = {
  contracts: [],
  protocol: [],
  forms: [],
  routing: [],
  signal: [],
  platform: [],
  directory: [],
  accounts: ['directory'],
  patients: ['directory'],
  requests: ['patients', 'directory'],
  intake: ['requests', 'patients', 'directory', 'forms', 'protocol'],
  triage: ['intake', 'requests', 'patients', 'directory', 'protocol'],
  decision: ['triage', 'intake', 'requests', 'patients', 'directory'],
  agenda: ['decision', 'requests', 'patients', 'directory'],
  'mobile-team': ['agenda', 'decision', 'requests', 'patients', 'directory', 'routing'],
  reports: ['mobile-team', 'agenda', 'decision', 'intake', 'requests', 'patients', 'directory', 'protocol'],
};
const LIBS = [...Object.keys(ALLOWED), ...LISTENERS];
const SPECS = '\\.(spec|db-spec|long-spec|e2e-spec)\\.tsx?$';

/** Every lib may use contracts; those that are not pure may use platform too. */
function mayImport(lib) {
  if (lib === 'contracts') return ['contracts'];
  if (PURE.includes(lib)) return [lib, 'contracts'];
  const listed = LISTENERS.includes(lib) ? LIBS.filter((other) => !LISTENERS.includes(other)) : ALLOWED[lib];
  return [lib, 'contracts', ...(lib === 'contracts' ? [] : ['platform']), ...listed];
}

const libRules = LIBS.map((lib) => ({
  name: `${lib}-imports`,
  comment: `libs/${lib} may import: ${mayImport(lib).join(', ')}.`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: SPECS },
  to: { path: '^libs/', pathNot: `^libs/(${mayImport(lib).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...libRules,
    {
      name: 'known-libs-only',
      comment: 'A new lib is added to this list, with what it may import.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: `^libs/(${LIBS.join('|')})/` },
      to: {},
    },
    {
      name: 'libs-import-no-app',
      severity: 'error',
      from: { path: '^libs/', pathNot: SPECS },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'through-the-index',
      comment: 'Another lib is reached through its index; contracts also file by file.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: SPECS },
      to: { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$', '^libs/contracts/'] },
    },
    {
      name: 'pure-imports-nothing-outside',
      comment: 'Pure libs run in the browser: no package, no node module.',
      severity: 'error',
      from: { path: `^libs/(contracts|${PURE.join('|')})/`, pathNot: SPECS },
      to: {
        dependencyTypesNot: ['local', 'localmodule', 'aliased', 'aliased-subpath-import', 'type-only'],
        pathNot: '^libs/',
      },
    },
    {
      name: 'web-imports',
      comment: 'The browser gets contracts, protocol, forms, routing, signal and its own files.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: SPECS },
      to: { path: '^(libs|apps|test)/', pathNot: `^(apps/web/|libs/(contracts|${PURE.join('|')})/)` },
    },
    {
      name: 'apps-stay-apart',
      comment: 'api and worker are two doors of the same libs: neither uses the other.',
      severity: 'error',
      from: { path: '^apps/(api|worker)/', pathNot: SPECS },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-through-the-index',
      comment: 'Two doors below an index, without the rest: the launcher migrates, the terminal plans.',
      severity: 'error',
      from: { path: '^apps/', pathNot: SPECS },
      to: {
        path: '^libs/[^/]+/',
        pathNot: [
          '^libs/[^/]+/index\\.ts$',
          '^libs/contracts/',
          '^libs/platform/database/migrate\\.ts$',
          '^libs/mobile-team/plan-in-worker\\.ts$',
        ],
      },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: { pathNot: SPECS }, to: { couldNotResolve: true } },
    {
      name: 'no-test-code-served',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPECS },
      to: { path: ['^test/', SPECS] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'default', 'types'],
    },
  },
};
