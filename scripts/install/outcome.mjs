// @ts-check
/**
 * How an installation ended. `reason` is a sentence that says what is missing and which command would bring it.
 *
 * @template Value
 * @typedef {{ readonly ok: true, readonly value: Value } | { readonly ok: false, readonly reason: string }} Outcome
 */

/**
 * @template Value
 * @param {Value} value
 * @returns {Outcome<Value>}
 */
export function installed(value) {
  return { ok: true, value };
}

/**
 * @param {string} reason
 * @returns {{ readonly ok: false, readonly reason: string }}
 */
export function missing(reason) {
  return { ok: false, reason };
}
