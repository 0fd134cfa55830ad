/** Every rule says why: what was counted, then what moved it. */
export const RULE =
  /^(issue|issued-late|due-day|before-\d+|overdue-\d+(\+not-subordinate)?|monday-[1-4](\+rest-day)?|office-list)(\+holiday\.first-day-10:00|\+escalation\.(friday-afternoon|eve-of-holiday))*(\+makeup)?$/;
