/**
 * Cents → dollars as text, exact: the decimal point is moved in the text, no float is divided.
 *
 * Shape: at least two decimals, thousands grouped: `12,810.00`, `-0.3456`. A number that JSON writes with an exponent stays in cents.
 */
export function toDollarText(cents: number): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(cents));
  if (!match) return `${cents} cents`;
  const [, sign = '', whole = '', fraction = ''] = match;
  const padded = whole.padStart(3, '0');
  const dollars = padded.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${dollars}.${padded.slice(-2)}${fraction}`;
}

/** `12,810.00 USD`. */
export function toUsdText(cents: number): string {
  const text = toDollarText(cents);
  return text.endsWith('cents') ? text : `${text} USD`;
}
