import { z } from 'zod';

const id = z.string().nullish();
const named = z.looseObject({ id, team_id: id }).nullish();

/** Every place in which a body of Slack's may name a workspace. */
const Body = z.looseObject({
  team_id: id,
  context_team_id: id,
  is_enterprise_install: z.union([z.boolean(), z.string()]).nullish(),
  team: named,
  user: z.union([z.string(), named]).nullish(),
  view: z.looseObject({ team_id: id, app_installed_team_id: id }).nullish(),
  authorizations: z.array(z.looseObject({ team_id: id, is_enterprise_install: z.boolean().nullish() })).nullish(),
  event: z.looseObject({ team: id, user_team: id, source_team: id }).nullish(),
});

/**
 * Why a body doesn't belong to this workspace, or null where it does: it names no other one (a shared channel,
 * a wrong installation) and names ours.
 */
export function foreignTeam(body: unknown, team: string): string | null {
  const read = Body.safeParse(body);
  if (!read.success) return 'the workspace could not be read';
  const { user, view, event, authorizations } = read.data;
  if (isTrue(read.data.is_enterprise_install) || authorizations?.some((each) => each.is_enterprise_install))
    return 'installed for an organisation';
  const teams = [
    read.data.team_id,
    read.data.context_team_id,
    read.data.team?.id,
    typeof user === 'object' ? user?.team_id : null,
    view?.team_id,
    view?.app_installed_team_id,
    event?.team,
    event?.user_team,
    event?.source_team,
    ...(authorizations ?? []).map((each) => each.team_id),
  ].filter((each): each is string => typeof each === 'string' && each !== '');
  if (teams.length === 0) return 'no workspace named';
  return teams.find((each) => each !== team) ?? null;
}

const isTrue = (value: boolean | string | null | undefined): boolean => value === true || value === 'true';
