/** An id that stays the same when one act is sent again. `crypto.randomUUID` is missing on plain http in an office network. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
