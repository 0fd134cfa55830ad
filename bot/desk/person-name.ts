const MAX_NAME = 50;

/** What is wrong with a person's name (trimmed), in a sentence; null: nothing is. `whose`: 新联络员的. */
export const wrongName = (name: string, whose = ''): string | null =>
  name === '' || name.length > MAX_NAME ? `请填写${whose}姓名(不超过${MAX_NAME}字)。` : null;
