/** In which list of a task a unit of each role stands. */
export const ROLE_LISTS = { lead: 'leadUnits', responsible: 'responsibleUnits', supporting: 'otherUnits' } as const;
