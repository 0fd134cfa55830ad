import { briefView } from '../../../bot/desk/brief/brief-view.ts';
import { office } from './asked-by-office.ts';
import { COORDINATOR, LEADER, PLAN } from './seed.ts';
import type { ParityAct } from './table.ts';
import type { Ways, World } from './ways.ts';

const run = async (ways: Ways, ...argv: string[]): Promise<void> => {
  const { code, text } = await ways.cli(COORDINATOR, ['brief', ...argv]);
  if (code !== null) throw new Error(text);
};
const drafted = (_world: World, ways: Ways): Promise<void> => run(ways, 'draft', PLAN);
const edited = (_world: World, ways: Ways): Promise<void> =>
  run(ways, 'edit', PLAN, '--add', 'next=11月30日前报送台账。');
const hash = async (world: World): Promise<string> => {
  const { id: briefId } = await world.prisma.brief.findFirstOrThrow();
  return (await briefView(world.desk, await office(world), { briefId })).hash;
};

/** What the leading group is told. */
export const BRIEF_ACTS: ParityAct[] = [
  {
    act: '起草简报',
    by: COORDINATOR,
    page: { path: `/plans/${PLAN}/briefs`, body: () => ({}) },
    cli: ['brief', 'draft', PLAN],
    chat: ['/简报 起草'],
    event: 'briefDrafted',
    on: 'desk',
    refused: { code: 'NOT_PERMITTED', by: LEADER },
  },
  {
    act: '核发简报',
    by: COORDINATOR,
    given: drafted,
    page: { path: '/briefs/{brief}/release', body: async (world) => ({ hash: await hash(world) }) },
    cli: async (world) => ['brief', 'release', PLAN, '--hash', await hash(world)],
    chat: ['/简报 核发', '〔确认核发〕'],
    event: 'briefReleased',
    on: 'desk',
    refused: { code: 'BRIEF_CHANGED', meanwhile: edited },
  },
];
