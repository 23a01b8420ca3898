import { expect, it } from 'vitest';
import { cArrayHeader, cArraySource } from '../../src/core/firmware/cArray';
import { formatStreamFloat } from '../../src/core/firmware/floatFormat';
import { randomIntegers } from '../unit/runtime/randomIntegers';
import { compileAndRun, describeCpp } from './cppCompiler';

describeCpp('generated arrays, compiled', () => {
  it('hold the bytes, have their length, and are aligned to 16', () => {
    const random = randomIntegers(5);
    const bytes = Uint8Array.from({ length: 3001 }, random);
    const array = { name: 'model_tflite', bytes, header: 'model.h', origin: 'model.tflite' };
    const main = `#include <cstdint>
#include <cstdio>
#include "model.h"
int main() {
  if (reinterpret_cast<std::uintptr_t>(model_tflite) % 16 != 0) return 1;
  return std::fwrite(model_tflite, 1, model_tflite_len, stdout) == model_tflite_len ? 0 : 2;
}
`;
    // Neighbours of odd sizes would push an array without alignas off its place.
    const neighbours = `extern const char before_array[]; const char before_array[] = "odd";\n`;
    const printed = compileAndRun({
      'model.cc': neighbours + cArraySource(array),
      'model.h': cArrayHeader(array),
      'main.cc': main,
    });
    expect(Uint8Array.from(printed)).toEqual(bytes);
  });
});

describeCpp('formatStreamFloat', () => {
  const streamFloats = `#include <iostream>
int main() {
  float value;
  while (std::cin.read(reinterpret_cast<char*>(&value), sizeof value)) std::cout << value << '\\n';
}
`;

  it('prints 200000 floats as a C++ stream does', () => {
    const random = randomIntegers(6);
    const anyBits = Float32Array.from(new Float32Array(Int32Array.from({ length: 100_000 }, random).buffer));
    const ordinary = Float32Array.from({ length: 100_000 }, () => random() * 2 ** -28);
    // Seven digits that end in 5, and halves: where rounding meets a tie.
    const ties = Float32Array.from({ length: 40_000 }, (_, i) =>
      i % 2 === 0 ? 1_000_005 + i * 5 : 100_000.5 + i,
    );
    const special = Float32Array.of(0, -0, 1e-45, -1e-45, 3.4e38, Infinity, -Infinity, 999999.5, 9.999995e-5);
    const values = [...anyBits, ...ordinary, ...ties, ...special].filter((value) => !Number.isNaN(value));
    const input = new Uint8Array(Float32Array.from(values).buffer);

    const lines = compileAndRun({ 'main.cc': streamFloats }, input).toString('latin1').trimEnd().split('\n');
    expect(lines).toHaveLength(values.length);
    const wrong = values.flatMap((value, i) => {
      const ours = formatStreamFloat(value);
      return ours === lines[i] ? [] : [`${String(value)}: ${ours} instead of ${lines[i] ?? 'nothing'}`];
    });
    expect(wrong).toEqual([]);
  });
});
