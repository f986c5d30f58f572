// A record of an auction's log, as a line of JSON: one command with all its events. The format, to
// the byte, is told in docs/record-format.md.

export interface LogEvent {
  type: string;
  [field: string]: unknown;
}

export interface LogRecord {
  seq: number;
  count: number;
  at: string;
  actor: string;
  version: number;
  events: LogEvent[] | null; // null: withheld
  body: string | null;
  salt: string | null;
  withheldUntil: string | null;
  bodyHash: string;
  prev: string;
  hash: string;
}

export function readLines(text: string): LogRecord[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as LogRecord);
}
