/** What may stand in front of a value (a label) and behind it (a unit). */
import { isDigit, isLetter } from '../numbers';

export const MAX_LABEL_LENGTH = 64;
const MAX_UNIT_LENGTH = 12;
const REPLACEMENT = 0xfffd;
const LABEL_PUNCTUATION = new Set(
  Array.from(" _-./()[]%#*&+'°~@").map((character) => character.charCodeAt(0)),
);
const UNIT_PUNCTUATION = new Set(Array.from('/^.*-%').map((character) => character.charCodeAt(0)));

/** Units that may stand with a space between two pairs (`temp: 25 C hum: 40 %`), where any word could begin a label. */
const KNOWN_UNITS = new Set(
  (
    'C F K °C °F % %RH V mV uV µV A mA uA µA W mW g mg G mG m/s m/s2 m/s² m/s^2 rad deg ° rad/s deg/s °/s dps Hz kHz MHz ' +
    's ms us µs ns min h m cm mm um µm km km/h Pa hPa kPa bar mbar lx lux ppm ppb dB dBm uT µT mT N Nm J Wh mAh Ω ohm kohm rpm px'
  ).split(' '),
);

/** Letters of any script, digits and a little punctuation; at least one letter, so that `12:30` is no label. */
export function isLabel(text: string, from: number, to: number): boolean {
  if (to <= from || to - from > MAX_LABEL_LENGTH) return false;
  let letters = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || (code > 0x9f && code !== REPLACEMENT && code !== 0xa7)) letters++;
    else if (!isDigit(code) && !LABEL_PUNCTUATION.has(code)) return false;
  }
  return letters > 0;
}

/** `C`, `%`, `°C`, `m/s2`, `ms.`: begins with a letter, % or °; a digit only as an exponent behind a letter. */
export function isUnit(text: string, from: number, to: number): boolean {
  const length = to - from;
  if (length < 1 || length > MAX_UNIT_LENGTH) return false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || (code > 0x9f && code !== REPLACEMENT)) continue;
    if (at === from) {
      if (code !== 0x25) return false;
    } else if (isDigit(code)) {
      if (code < 0x31 || code > 0x34 || isDigit(text.charCodeAt(at - 1))) return false;
    } else if (!UNIT_PUNCTUATION.has(code)) return false;
  }
  // A lone e is what is left of a number whose exponent was lost.
  return length > 1 || (text.charCodeAt(from) | 32) !== 0x65;
}

export function isKnownUnit(word: string): boolean {
  return KNOWN_UNITS.has(word);
}
