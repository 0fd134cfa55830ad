/** Makes a missed case of a union a type error, and a loud failure if data broke the type. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
