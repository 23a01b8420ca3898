/** Numbers as C and C++ print them. Source: C standard, fprintf, conversions `g` and `f`. */
const significantDigits = 6;
const fractionDigits = 6;

/** `%f`: six digits behind the point. For float32, which reach to 3.4e38. */
export function formatPrintfFloat(value: number): string {
  if (!Number.isFinite(value)) return formatStreamFloat(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  // Exact: a float32 has no more binary digits behind the point than these decimal ones.
  const exact = BigInt(Math.abs(value) * 2 ** 149) * 10n ** BigInt(fractionDigits);
  const unit = 2n ** 149n;
  const [whole, rest] = [exact / unit, exact % unit];
  const isUp = 2n * rest > unit || (2n * rest === unit && whole % 2n === 1n);
  const digits = String(isUp ? whole + 1n : whole).padStart(fractionDigits + 1, '0');
  return `${sign}${digits.slice(0, -fractionDigits)}.${digits.slice(-fractionDigits)}`;
}

/**
 * What a C++ stream prints by default, which is `%g`: six significant digits, without trailing zeros, in scientific
 * notation below 0.0001 and from 1000000 on.
 */
export function formatStreamFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return `${sign}inf`;
  if (magnitude === 0) return `${sign}0`;

  const { digits, exponent } = roundedDigits(magnitude);
  if (exponent < -4 || exponent >= significantDigits) {
    const exponentDigits = String(Math.abs(exponent)).padStart(2, '0');
    const mantissa = withoutTrailingZeros(`${digits.slice(0, 1)}.${digits.slice(1)}`);
    return `${sign}${mantissa}e${exponent < 0 ? '-' : '+'}${exponentDigits}`;
  }
  if (exponent < 0) return sign + withoutTrailingZeros(`0.${'0'.repeat(-exponent - 1)}${digits}`);
  return sign + withoutTrailingZeros(`${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`);
}

/** The first six digits of d.ddddd · 10^exponent, rounded to nearest, ties to even as C libraries do. */
function roundedDigits(magnitude: number): { digits: string; exponent: number } {
  // JavaScript takes the larger of two digits that are equally near. A tie shows in the exact digits, of which 100 are
  // printed: no double is so close to a number of seven digits and yet another one.
  const exact = parseExponential(magnitude.toExponential(100));
  const isTie = /^50*$/.test(exact.digits.slice(significantDigits));
  const truncated = exact.digits.slice(0, significantDigits);
  if (isTie && Number(truncated) % 2 === 0) return { digits: truncated, exponent: exact.exponent };
  return parseExponential(magnitude.toExponential(significantDigits - 1));
}

function parseExponential(text: string): { digits: string; exponent: number } {
  const [mantissa = '', exponent = '0'] = text.split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/** `text` has a decimal point, which goes too if nothing is left behind it. */
function withoutTrailingZeros(text: string): string {
  return text.replace(/0+$/, '').replace(/\.$/, '');
}
