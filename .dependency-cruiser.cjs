// Who may import whom (design: domain ← workflows, activities ← bot, web; the roots join them).
const roots = '^(worker|start|duban)\\.ts$|^bot/main\\.ts$';
const ours =
  '^(domain|documents|workflows|activities|bot|web|cli|temporal|prisma|seeds|setup|test|bench)/|^[^/]+\\.ts$';

const only = (name, folder, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^${folder}/`, pathNot: roots },
  to: { path: ours, pathNot: allowed.map((path) => `^${path}`) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle of types alone is gone at run time.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|/)' },
    },
    only('domain-is-alone', 'domain', ['domain/'], 'domain imports nothing of ours'),
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'No clock, no I/O, no Temporal, no database, no chat: luxon, zod in schema files, the table of Simplified characters.',
      from: { path: '^domain/' },
      to: { dependencyTypesNot: ['local'], pathNot: '^node_modules/(luxon|zod|opencc-js|@types/luxon)/' },
    },
    only('documents-decode', 'documents', ['documents/', 'domain/'], 'documents: libraries for files, and domain'),
    only(
      'workflows-decide',
      'workflows',
      ['workflows/', 'domain/', 'activities/'],
      'workflows: domain and activity types',
    ),
    {
      name: 'workflows-know-activities-by-type',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-are-deterministic',
      severity: 'error',
      comment: 'The bundle must hold nothing of Node, Prisma or chat.',
      from: { path: '^workflows/' },
      to: { dependencyTypesNot: ['local', 'type-only'], pathNot: '^node_modules/@temporalio/(workflow|common)/' },
    },
    only(
      'activities-do',
      'activities',
      ['activities/', 'domain/', 'prisma/', 'temporal/', 'workflows/(ids|messages)\\.ts'],
      'activities: prisma, domain, the client of Temporal',
    ),
    only(
      'bot-receives',
      'bot',
      ['bot/', 'documents/', 'domain/', 'prisma/', 'temporal/', 'workflows/(ids|messages)\\.ts', 'web/[^/]+\\.ts'],
      'bot: prisma, domain, messages and ids, and the contract with the page',
    ),
    only(
      'web-serves',
      'web/server',
      ['web/(server/|[^/]+\\.ts)', 'bot/', 'documents/', 'domain/', 'prisma/', 'workflows/(ids|messages)\\.ts'],
      'web/server: what the bot may import, and the bot',
    ),
    only(
      'temporal-tells',
      'temporal',
      ['temporal/', 'domain/', 'prisma/', 'workflows/(ids|messages|index)\\.ts', 'setup/temporal-connection\\.ts'],
      'the client of Temporal: messages and ids, prisma, domain',
    ),
    only(
      'page-is-apart',
      'web/page',
      ['web/page/', 'web/[^/]+\\.ts', 'domain/'],
      'page: the contract and pure functions',
    ),
    only(
      'prisma-is-low',
      'prisma',
      ['prisma/', 'domain/', 'workflows/ids\\.ts', 'setup/setup-error\\.ts'],
      'prisma: domain and ids',
    ),
    {
      name: 'workflows-run-in-their-sandbox',
      severity: 'error',
      comment: 'Outside, workflows are known by name and type alone.',
      from: { pathNot: '^(workflows|test|bench)/' },
      to: { path: '^workflows/', pathNot: '^workflows/(ids|messages)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-needs-tests',
      severity: 'error',
      from: { pathNot: '^(test|bench)/|^vitest\\.config\\.ts$' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    // TypeScript 7 has no API for tools yet; swc reads the syntax as well.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|^prisma/generated' },
    exclude: { path: '^web/page/dist|^prisma/generated/.*\\.ts$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
