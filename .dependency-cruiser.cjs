/**
 * Who may import whom. Start from this as `.dependency-cruiser.cjs` in the root; `npm test` runs `depcruise . -T err-long`.
 *
 * Each rule gives its reason in one sentence: the reader is the person on whom it fires. A new rule comes with a file that it catches,
 * an exception with a line in the baseline (`depcruise-baseline`), which may only shrink. The rules see `import`, `import type`,
 * `import()` and `require`; they do not see a path that is computed, a module that is spawned, or code that was copied. Globals (`Date`,
 * `Math.random`, `process`, `fetch`) are the linter's business: Biome's noRestrictedGlobals, per folder.
 *
 * Written for dependency-cruiser 18 (Node >= 22) and TypeScript 5.
 */

/** `.int.test.ts` and `_e2e/*.spec.ts` are tests too. */
const TEST = '[.](test|spec)[.]tsx?$';

/** What only tests use lies in folders of these names. */
const STAGES = '(^|/)_(e2e|recorded|reference|scripted|vectors)/';

/** Tests set the stage with real parts, so rules about what ships skip them. */
const TESTING = `${TEST}|${STAGES}`;

/** Everything of ours but the auditor, which is a package of its own. A package that npm nests inside a folder is not ours. */
const AROUND = '^(agent|app|bench|bin|docs|host|mockoon|replay-fixtures|sandbox|scripts)/(?!node_modules/)';
const AUDITOR = '^auditor/(?!node_modules/)';

/** The agent's client, one file or a folder. */
const CLIENT = '^agent/client([.]ts$|/)';

/** Programs that measure or record: they work with bare libraries on purpose. */
const PROGRAMS = '^(bench|replay-fixtures/programs)/';

const CRYPTO = '^(node:)?crypto$';
const pkg = (names) => `(^|/)node_modules/(${names})/`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const oneOwner = (name, comment, names, owners) =>
  rule(name, comment, { pathNot: [...owners, PROGRAMS, TESTING] }, { path: pkg(names) });

const everywhere = [
  rule(
    'no-cycles',
    'A cycle hides which side owns the idea; move what both need to the lower folder.',
    {},
    { circular: true },
  ),
  rule('unresolvable', 'This import points at nothing on disk.', {}, { couldNotResolve: true }),
  rule(
    'known-folders',
    'A new top-level folder would escape every rule below: give it its rules first.',
    {},
    {
      pathNot: [AROUND, AUDITOR, '(^|/)node_modules/', '^[^/]+$'],
      dependencyTypesNot: ['core'],
      couldNotResolve: false,
    },
  ),
  rule(
    'declared-packages',
    'A package that the nearest package.json does not name works here by hoisting and breaks where auditor/ is installed alone.',
    { pathNot: [TESTING] },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  rule(
    'auditor-ships-no-dev-package',
    'A foreign project that installs the auditor gets none of its devDependencies.',
    { path: '^auditor/', pathNot: TESTING },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-peer', 'type-only'] },
  ),
  rule(
    'no-import-of-tests',
    'A test is for running; move what others need from it to a file of its own.',
    {},
    { path: TEST },
  ),
  rule(
    'stages-are-for-tests',
    'What sets a stage for tests (recordings, scripted parties, a running app) must not ship.',
    { pathNot: [TESTING, PROGRAMS, '^scripts/'] },
    { path: STAGES },
  ),
  rule(
    'no-index-files',
    "A barrel hides which file is meant, invites cycles and drags its whole folder into Next's bundle; package.json `exports` names what is public.",
    {},
    { path: '(^|/)index[.](ts|tsx|mts)$', pathNot: '(^|/)node_modules/' },
  ),
  rule(
    'no-junk-drawers',
    'A file or folder named for nothing collects everything; name it for what it holds.',
    {},
    { path: '(^|/)(utils?|helpers?|common|shared|lib|misc)(/|[.]tsx?$)', pathNot: '(^|/)node_modules/' },
  ),
  rule(
    'run-or-read-not-imported',
    'Fixtures, stand-ins, documents, scripts and benchmarks are read as files or run as programs, so that none of them ships.',
    // scripts/docs describes the commands, which only bin knows all of.
    { path: '^([^/]+)', pathNot: ['^scripts/docs/', TESTING] },
    { path: '^(bench|bin|docs|mockoon|replay-fixtures|scripts)/(?!node_modules/)', pathNot: '^$1/' },
  ),
  rule(
    'stand-ins-and-sandbox-stand-alone',
    'The sandbox runs a job described by data and a stand-in plays a stranger; sharing our code would let our mistakes cancel out.',
    { path: '^(mockoon|sandbox)/', pathNot: TESTING },
    { path: [AROUND, AUDITOR], pathNot: '^$1/' },
  ),
];

const agent = [
  rule(
    'agent-knows-no-auditor',
    'The audited must not know its auditor, or the record can be bent to suit it.',
    { path: '^agent/', pathNot: TESTING },
    { path: ['^(app|host)/', AUDITOR] },
  ),
  rule(
    'contract-is-pure',
    'agent/contract is what others may know of the agent: names, schemas and types that load anywhere, a workflow included.',
    { path: '^agent/contract/', pathNot: TESTING },
    { pathNot: ['^agent/contract/', pkg('zod')] },
  ),
  rule(
    'policy-is-pure',
    'A trading rule gives the same answer in a workflow, a test and a what-if: no I/O, no SDK.',
    { path: '^agent/policy/', pathNot: TESTING },
    { pathNot: ['^agent/(contract|policy)/', pkg('zod|@noble/hashes')] },
  ),
  rule(
    'workflows-are-deterministic',
    'Workflow code is replayed in a sandbox without Node: it may use contract, policy, the workflow SDKs and types.',
    { path: '^agent/workflows/', pathNot: TESTING },
    {
      pathNot: [
        '^agent/(contract|policy|workflows)/',
        pkg('@temporalio/(workflow|common)|@openai/agents(-core)?|zod'),
        'node_modules/@temporalio/openai-agents/lib/workflow',
      ],
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'activities-know-one-party',
    'One folder per outside party, so that a party can be replaced or scripted alone; what several need lies directly in activities/.',
    { path: '^agent/activities/([^/]+)/', pathNot: TESTING },
    { path: '^agent/', pathNot: ['^agent/(contract|policy)/', '^agent/activities/($1/|[^/]+[.]ts$)'] },
  ),
  rule(
    'only-worker-wires-activities',
    'Workflows and clients know activities by type; the worker alone builds them with real dependencies.',
    { pathNot: ['^agent/(activities|worker)/', TESTING] },
    { path: '^agent/activities/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'worker-is-a-process',
    'The worker runs in a process of its own, so that killing it is a real kill: start it, do not import it.',
    { pathNot: ['^agent/worker/', '^bin/', '^scripts/', PROGRAMS, TESTING] },
    { path: '^agent/worker/' },
  ),
  rule(
    'client-names-workflows',
    "Temporal takes the workflow type from a function's name and Next minifies names, so the client starts workflows by name.",
    { path: CLIENT, pathNot: TESTING },
    { path: '^agent/', pathNot: ['^agent/contract/', CLIENT], dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'only-backtests-run-sandboxes',
    'One way into the sandbox keeps its limits in one place (the worker may sweep leftovers, bin may diagnose).',
    { pathNot: ['^sandbox/', '^agent/(activities/backtest|worker)/', '^bin/', PROGRAMS, TESTING] },
    { path: '^sandbox/(?!node_modules/)' },
  ),
];

const auditor = [
  // Even types: a type-only import of agent/contract would point the published declarations at a file that the package does not contain,
  // and would read last year's recordings by today's schema. So adapters/trading owns its zod schemas, one frozen version per recorded
  // format; the recordings in replay-fixtures are what proves that the two sides still agree.
  rule(
    'auditor-stands-alone',
    'auditor/ is installed without the agent, Next or the host: nothing outside it may be imported, types and tests included.',
    { path: '^auditor/' },
    { path: AROUND },
  ),
  rule(
    'model-imports-nothing',
    'auditor/model is the vocabulary that every stage shares, so it must mean the same with nothing else loaded.',
    { path: '^auditor/model/', pathNot: TESTING },
    { pathNot: '^auditor/model/' },
  ),
  rule(
    'base-knows-model-only',
    'auditor/base is used by everyone and may therefore depend on nobody: model for the types, node:crypto for digests.',
    { path: '^auditor/base/', pathNot: TESTING },
    { pathNot: ['^auditor/(base|model)/', CRYPTO] },
  ),
  rule(
    'stages-stay-apart',
    'A stage knows model, base and itself; stages meet in sync (writing), query (reading), cli and vitest.',
    {
      path: '^auditor/(adapters|comparison|provenance|decision-tree|evidence|history|replay|store)/',
      pathNot: TESTING,
    },
    { path: AUDITOR, pathNot: '^auditor/(base|model|$1)/' },
  ),
  rule(
    'pure-stages-touch-no-world',
    'Adapters, comparisons, provenance, trees and evidence are plain functions of the record, so that anyone can compute them again: no files, no network, no database.',
    { path: '^auditor/(adapters|comparison|provenance|decision-tree|evidence)/', pathNot: TESTING },
    { pathNot: ['^auditor/(?!node_modules/)', CRYPTO, pkg('zod|diff|@noble/(hashes|curves)')] },
  ),
  rule(
    'trading-is-one-folder',
    'Only the list of adapters may name adapters/trading; the rest of the auditor serves any workflow.',
    { path: '^auditor/', pathNot: ['^auditor/adapters/(trading/|[^/]+[.]ts$)', TESTING] },
    { path: '^auditor/adapters/trading/' },
  ),
  rule(
    'sync-joins-what-writes',
    'sync turns pages of events into rows; reading back, replaying and printing belong to others.',
    { path: '^auditor/sync/', pathNot: TESTING },
    {
      path: AUDITOR,
      pathNot: '^auditor/(adapters|base|config|decision-tree|evidence|history|model|store|sync)/',
    },
  ),
  rule(
    'config-builds-what-it-names',
    'config turns tickscope.json into codecs, readers, rules and prices; it opens no server and no index.',
    { path: '^auditor/config/', pathNot: TESTING },
    {
      path: AUDITOR,
      pathNot: '^auditor/(base|config|model|history/codec|adapters/(json-rule|all-adapters))',
    },
  ),
  rule(
    'config-is-read-at-the-edge',
    'Stages take what is configured as arguments, so that they mean the same in any folder; whoever joins them reads the file.',
    { path: AUDITOR, pathNot: ['^auditor/(cli|config|query|sync)/', TESTING] },
    { path: '^auditor/config/' },
  ),
  rule(
    'sync-is-called-by-cli-and-host',
    'Writers are few: a page or a query that could start one would write while reading.',
    { pathNot: ['^auditor/(cli|sync)/', '^host/', '^scripts/kill-follower[.]ts$', PROGRAMS, TESTING] },
    { path: '^auditor/sync/' },
  ),
  rule(
    'query-only-reads',
    'query answers from the index and tells ticks from stored events by adapters and decision-tree; pulling, replaying and printing belong to others.',
    { path: '^auditor/query/', pathNot: TESTING },
    {
      path: '^auditor/(cli|history|replay|sync|vitest)/',
      pathNot: '^auditor/(history/(codec/|to-history-event[.]ts$)|replay/die-with-parent[.]ts$)',
    },
  ),
  rule(
    'serve-answers-by-query',
    'serve hands questions to query and sends what it says; it knows no table, no history and no server of Temporal.',
    { path: '^auditor/serve/', pathNot: TESTING },
    { path: AUDITOR, pathNot: '^auditor/(base|model|query|serve)/' },
  ),
  rule(
    'query-cannot-write',
    'Reading changes nothing: what the pages call must not even be able to reach a writer or a migration.',
    { path: '^auditor/query/', pathNot: TESTING },
    { path: '^auditor/store/(migrat|write)' },
  ),
  rule(
    'entry-points-are-last',
    'cli and vitest join the stages for a user; whoever imports them wants something that belongs in a stage or in query.',
    { pathNot: ['^auditor/(cli|vitest)/', '^bin/', '^scripts/docs/', TESTING] },
    { path: '^auditor/(cli|vitest)/' },
  ),
];

const app = [
  rule(
    'app-reads-through-query',
    'Pages, commands and API give the same answer because they call the same query function; they open no database and decode no history.',
    { path: '^app/', pathNot: TESTING },
    { path: AUDITOR, pathNot: '^auditor/(base|model|query)/' },
  ),
  rule(
    'app-drives-agent-by-name',
    "The app knows the agent by its contract and drives it through its client; workflow code in Next's bundle breaks once names are minified.",
    { path: '^app/', pathNot: TESTING },
    { path: '^agent/', pathNot: ['^agent/contract/', CLIENT] },
  ),
  rule(
    'audit-side-cannot-act',
    'Audit pages explain any workflow from the index and have no way to signal, start or kill anything.',
    { path: '^app/([(]audit[)]|api/audit)/' },
    { path: '^(agent|host)/' },
  ),
  rule(
    'page-groups-stay-apart',
    'The live side acts and the audit side reads; what both show is a widget in _ui.',
    { path: '^app/[(]([a-z]+)[)]/', pathNot: TESTING },
    { path: '^app/[(]', pathNot: '^app/[(]$1[)]/' },
  ),
  rule(
    'widgets-know-no-domain',
    'A tree, a table or a diff in _ui takes plain values, so that every page can use it and a test needs no history.',
    { path: '^app/_ui/', pathNot: TESTING },
    { path: [AROUND, AUDITOR], pathNot: '^app/_ui/' },
  ),
  rule(
    'handlers-render-nothing',
    'A handler parses, calls and replies; if it needs something of a page, that belongs in query.',
    { path: '^app/api/', pathNot: TESTING },
    { path: '^app/([(]|_ui/)' },
  ),
];

const host = [
  rule(
    'host-is-started-not-imported',
    'host starts every process, so whoever imported it would own them too: only instrumentation.ts, bin and scripts may.',
    { pathNot: ['^host/', '^bin/', '^scripts/', '^app/api/', '^instrumentation[.]ts$', PROGRAMS, TESTING] },
    { path: '^host/(?!node_modules/)' },
  ),
  rule(
    'handlers-send-to-host',
    'Next bundles handlers apart from instrumentation.ts, so importing the supervisor makes a second one; host/control-client.ts only sends it a message.',
    { path: ['^app/api/', PROGRAMS], pathNot: TESTING },
    { path: '^host/(?!node_modules/)', pathNot: '^host/control-client[.]ts$' },
  ),
  rule(
    'control-client-is-light',
    "control-client.ts is loaded by Next's handlers: it knows the messages, not what obeys them.",
    { path: '^host/control-client[.]ts$' },
    { path: [AROUND, AUDITOR], pathNot: '^host/control-messages[.]ts$' },
  ),
  rule(
    'host-spawns-what-it-runs',
    'What host runs must be able to die alone: workers, stand-ins and replays are started by path, never imported.',
    { path: '^host/', pathNot: TESTING },
    {
      path: [AROUND, AUDITOR],
      pathNot: ['^host/', '^agent/contract/', CLIENT, '^auditor/(base|model|sync)/'],
    },
  ),
  rule(
    'instrumentation-starts-host',
    'instrumentation.ts is the one line that joins Next and host; anything more would run in every Next process.',
    { path: '^instrumentation[.]ts$' },
    { path: [AROUND, AUDITOR], pathNot: '^host/' },
  ),
];

const owners = [
  oneOwner(
    'one-owner-sqlite',
    'Only auditor/store opens SQLite, so that PostgreSQL can take its place in one folder.',
    'better-sqlite3',
    ['^auditor/store/'],
  ),
  oneOwner(
    'two-owners-sql',
    'SQL is written in auditor/store (writing) and auditor/query (reading), nowhere else.',
    'kysely',
    ['^auditor/(query|store)/'],
  ),
  oneOwner(
    'one-owner-docker',
    'Only sandbox speaks to Docker, so that its limits cannot be walked around.',
    'dockerode',
    ['^sandbox/'],
  ),
  oneOwner(
    'one-owner-temporal-worker',
    "The worker package loads native code that can hang: only the agent's worker and auditor/replay, each in a child process, load it.",
    '@temporalio/(worker|core-bridge)',
    ['^agent/worker/', '^auditor/replay/'],
  ),
  oneOwner(
    'one-owner-temporal-client',
    'A client can signal and terminate: it stays in agent/client, in auditor/history (reading pages) and in host (is the server up).',
    '@temporalio/client',
    [CLIENT, '^auditor/history/', '^host/'],
  ),
  oneOwner(
    'one-owner-agents-sdk',
    'The auditor must read a model call from the record, not with the library that made it.',
    '@openai/.+|@temporalio/openai-agents',
    ['^agent/(activities/model|worker|workflows)/'],
  ),
  oneOwner('one-owner-mockoon', 'Stand-ins run behind HTTP like the parties that they play.', '@mockoon/.+', [
    '^mockoon/',
  ]),
  oneOwner('only-app-knows-next', 'Everything but the pages must run from a shell.', 'next|react|react-dom', [
    '^app/',
    '^[^/]+[.]tsx?$',
  ]),
  oneOwner(
    'test-packages-in-tests',
    'Test libraries in shipped code make every user install them.',
    'vitest|fast-check|playwright(-core)?|@temporalio/testing',
    ['^auditor/vitest/', '^app/_e2e/', '^scripts/', '^vitest[^/]*[.]ts$'],
  ),
];

module.exports = {
  forbidden: [...everywhere, ...agent, ...auditor, ...app, ...host, ...owners],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    // Programs that record with frameworks have packages of their own, which are installed only to record.
    exclude: { path: '(^|/)[.]next/|^(coverage|data)/|^replay-fixtures/programs/frameworks/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
