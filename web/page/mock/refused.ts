/** An answer of 4xx with its code and sentence. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly problems: { at: string; message: string }[] | undefined;
  constructor(status: number, code: string, message: string, problems?: { at: string; message: string }[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}
