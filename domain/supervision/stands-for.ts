interface Periods {
  kind: string;
  cycle: string;
  also?: readonly string[];
}

/** The periods that a duty is owed for: its own, and later ones that `absorbPeriods` put with it. */
export const periodsOf = ({ cycle, also = [] }: Omit<Periods, 'kind'>): string[] => [cycle, ...also];

/** What was asked (or filed, or decided) of this kind and period is this duty, alone or with others. */
export const standsFor = (duty: Periods, asked: { duty?: string; cycle?: string }): boolean =>
  duty.kind === asked.duty && asked.cycle !== undefined && periodsOf(duty).includes(asked.cycle);
