// The verifier that FlatBuffers' own compiler makes from our schema, as a judge. Standard input holds sound files and
// changes to them, all numbers little-endian uint32:
//   bytes, <file>, mutations, then for each mutation: length, edits, and for each edit: position, value
// Prints one character for each mutation: 1 sound, 0 broken.
#include <cstdint>
#include <cstdio>
#include <vector>

#include "tflite_generated.h"

static bool ReadWord(std::uint32_t& word) {
  unsigned char bytes[4];
  if (std::fread(bytes, 1, 4, stdin) != 4) return false;
  word = static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8 |
         static_cast<std::uint32_t>(bytes[2]) << 16 | static_cast<std::uint32_t>(bytes[3]) << 24;
  return true;
}

int main() {
  std::uint32_t size = 0;
  while (ReadWord(size)) {
    std::vector<std::uint8_t> sound(size);
    if (std::fread(sound.data(), 1, size, stdin) != size) return 1;
    std::uint32_t mutations = 0;
    if (!ReadWord(mutations)) return 1;
    for (; mutations > 0; mutations--) {
      std::uint32_t length = 0, edits = 0;
      if (!ReadWord(length) || !ReadWord(edits) || length > size) return 1;
      std::vector<std::uint8_t> file(sound.begin(), sound.begin() + length);
      for (; edits > 0; edits--) {
        std::uint32_t position = 0, value = 0;
        if (!ReadWord(position) || !ReadWord(value) || position >= length) return 1;
        file[position] = static_cast<std::uint8_t>(value);
      }
      flatbuffers::Verifier verifier(file.data(), file.size());
      // Shorter than any FlatBuffer: looking for the identifier would read past the end.
      bool sound_file = length >= 12 && tflite::VerifyModelBuffer(verifier);
      std::putchar(sound_file ? '1' : '0');
    }
  }
  return 0;
}
