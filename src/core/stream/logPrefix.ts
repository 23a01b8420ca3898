/**
 * The prefix that a framework's logger puts in front of what the program prints:
 * ESP-IDF `I (481) main: ` and `I (12:34:56.789) main: ` (esp_log.h), Arduino-ESP32 `[   481][I][main.cpp:12] setup(): `.
 */
import { isDigit } from './numbers';

export interface PeeledLine {
  readonly rest: string;
  /** Milliseconds since boot, where the prefix carries them. */
  readonly logMs?: number;
}

const LEVELS = 'EWIDV';
/** Longer tags are no tags. */
const MAX_TAG_LENGTH = 64;

export function peelLogPrefix(text: string): PeeledLine {
  if (text.charCodeAt(0) === 0x5b) return peelArduinoCore(text) ?? { rest: text };
  return peelIdf(text) ?? { rest: text };
}

function peelIdf(text: string): PeeledLine | undefined {
  if (!LEVELS.includes(text.charAt(0)) || text.slice(1, 3) !== ' (') return undefined;
  const close = text.indexOf(')', 3);
  if (close < 4 || close > 24 || text.charAt(close + 1) !== ' ') return undefined;
  const stamp = text.slice(3, close);
  const colon = text.indexOf(': ', close + 2);
  const tagLength = colon - (close + 2);
  if (colon < 0 || tagLength < 1 || tagLength > MAX_TAG_LENGTH) return undefined;
  const rest = text.slice(colon + 2);
  if (allDigits(stamp)) return { rest, logMs: Number(stamp) };
  return isClock(stamp) ? { rest } : undefined;
}

function peelArduinoCore(text: string): PeeledLine | undefined {
  const close = text.indexOf('][');
  if (close < 2 || close > 16) return undefined;
  const stamp = text.slice(1, close).trim();
  const level = text.charAt(close + 2);
  if (!allDigits(stamp) || !LEVELS.includes(level) || text.slice(close + 3, close + 5) !== '][')
    return undefined;
  const placeEnd = text.indexOf('] ', close + 5);
  const colon = placeEnd < 0 ? -1 : text.indexOf('(): ', placeEnd);
  if (colon < 0 || colon - placeEnd > MAX_TAG_LENGTH * 2) return undefined;
  return { rest: text.slice(colon + 4), logMs: Number(stamp) };
}

function allDigits(text: string): boolean {
  if (text.length === 0 || text.length > 15) return false;
  for (let at = 0; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

/** Digits, colons and a dot, as in `12:34:56.789`. */
function isClock(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code) && code !== 0x3a && code !== 0x2e) return false;
  }
  return text.includes(':');
}
