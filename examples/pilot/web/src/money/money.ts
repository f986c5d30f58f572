// Money is whole pounds; people see and type millions: 23,500,000 is "£23.5m", and "10", "10m",
// "£10.5m" are read as what they say. Digits are moved, never multiplied as fractions.

export const MILLION = 1_000_000;
const MOST_MILLIONS = 1000;

export function money(pounds: number): string {
  const sign = pounds < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(pounds) / MILLION);
  const rest = String(Math.abs(pounds) % MILLION).padStart(6, "0").replace(/0+$/, "");
  return `${sign}£${whole.toLocaleString("en-GB")}${rest ? `.${rest}` : ""}m`;
}

// As it stands in an input: "23.5".
export function millions(pounds: number): string {
  return money(pounds).replace(/[£m,]/g, "");
}

export type Amount = { pounds: number } | { hint: string };

export function readMoney(text: string): Amount {
  const plain = text.trim().toLowerCase().replace(/\s/g, "");
  const match = /^£?(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?m?$/.exec(plain);
  const whole = match?.[1]?.replaceAll(",", "") ?? "";
  const fraction = match?.[2]?.replace(/0+$/, "") ?? "";
  if (!match || (whole === "" && fraction === "")) {
    return { hint: "Type millions, for example 10 or 10.5" };
  }
  if (fraction.length > 6) return { hint: "Whole pounds only: at most six decimals" };
  const pounds = Number(whole || "0") * MILLION + Number(fraction.padEnd(6, "0"));
  if (pounds > MOST_MILLIONS * MILLION) return { hint: tooMuch(Number(whole)) };
  if (pounds === 0) return { hint: "Nothing is not a bid" };
  return { pounds };
}

// Who types 10000000 means pounds; say what it would be.
function tooMuch(typed: number): string {
  return typed >= MILLION && typed <= MOST_MILLIONS * MILLION
    ? `Amounts are in millions: for ${money(typed)} type ${millions(typed)}`
    : "Amounts are in millions, at most 1,000";
}
