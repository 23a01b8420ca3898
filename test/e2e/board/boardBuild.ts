/** Firmware of an emulated Cortex-M4, built from the sources beside this file by the cross compiler, and the emulator that runs it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('firmware/', import.meta.url));
const tools = ['arm-none-eabi-gcc', 'qemu-system-arm'] as const;

/** Programs that are not installed. */
export const missingTools: readonly string[] = tools.filter(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0,
);

/** The text of the firmware's main file is what a person has open beside the plot. */
export const mainSource = `${sources}main.c`;

/**
 * @param folder where `model.h` stands
 * @param path where the program goes, an ELF file
 */
export function buildFirmware(folder: string, path: string): void {
  // Soft floating point without fused operations: each step is rounded as IEEE 754 says.
  const target = ['-mcpu=cortex-m4', '-mthumb', '-mfloat-abi=soft', '-ffp-contract=off'];
  const library = ['-nostartfiles', '--specs=nano.specs', '--specs=nosys.specs', '-u', '_printf_float'];
  const files = ['-T', 'mps2-an386.ld', 'main.c', 'denseLayer.c', 'startup.c', '-o', path, '-lm'];
  const places = ['-I.', `-I${folder}`];
  execFileSync('arm-none-eabi-gcc', [...target, '-O1', '-Wall', '-Wextra', ...library, ...places, ...files], {
    cwd: sources,
    stdio: 'pipe',
  });
}

export interface EmulatedBoard {
  /** The pseudo terminal that its UART is connected to. */
  readonly path: string;
  stop(): Promise<void>;
}

/** The firmware waits for a byte: nothing is printed before somebody listens. */
export async function startBoard(firmware: string): Promise<EmulatedBoard> {
  const machine = ['-M', 'mps2-an386', '-cpu', 'cortex-m4', '-display', 'none', '-monitor', 'none'];
  const emulator = spawn('qemu-system-arm', [...machine, '-serial', 'pty', '-kernel', firmware]);
  const ended = new Promise<void>((resolve) => emulator.once('exit', () => resolve()));
  const path = await new Promise<string>((resolve, reject) => {
    let said = '';
    for (const stream of [emulator.stdout, emulator.stderr]) {
      stream.on('data', (data: Buffer) => {
        said += data.toString();
        const made = /redirected to (\/dev\/\S+)/.exec(said)?.[1];
        if (made !== undefined) resolve(made);
      });
    }
    void ended.then(() => reject(new Error(`The emulator ended: ${said}`)));
  });
  return {
    path,
    async stop() {
      emulator.kill();
      await ended;
    },
  };
}
