/** Run by flatbuffersHeap.test.ts as a process of its own with a small heap; the argument is the folder of public models. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attack } from '../unit/tflite/attack';
import { everyByteAndBit, everyTruncation, randomMutations, type Mutation } from '../unit/tflite/mutations';

const folder = process.argv[2] ?? '';

function run(name: string, what: string, mutations: (sound: Uint8Array) => Iterable<Mutation>): void {
  const sound = new Uint8Array(readFileSync(join(folder, `${name}.tflite`)));
  console.log(JSON.stringify({ name, what, ...attack(sound, mutations(sound)) }));
}

run('hello_world_int8', 'every byte and every bit', everyByteAndBit);
run('hello_world_int8', 'every truncation', everyTruncation);
for (const name of ['kws_ref_model', 'person_detect', 'micro_speech_quantized', 'trained_lstm_int8']) {
  run(name, 'random changes of many bytes', (sound) => randomMutations(sound, 20_000 / 4, 7));
}
