// Command ids: a command that is sent twice under one id is done once. Version 7, which begins with
// the time, so that the server's index keeps answers of one time together. `randomUUID` is version 4,
// and withheld from pages that are not from a secure origin, as on a home network.

export function newId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; ++i) bytes[i] = Math.floor(now / 256 ** (5 - i)) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [0, 8, 12, 16, 20]
    .map((from, i, all) => hex.slice(from, all[i + 1]))
    .join("-");
}
