// Command ids: a command that is sent twice under one id is done once. `randomUUID` is withheld from
// pages that are not from a secure origin, as on a home network, so the digits are made by hand.

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [0, 8, 12, 16, 20]
    .map((from, i, all) => hex.slice(from, all[i + 1]))
    .join("-");
}
