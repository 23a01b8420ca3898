/** Reads a large CSV file in a worker of its own, so that whoever asks stays responsive. */
import { Worker } from 'node:worker_threads';
import type { CsvReading } from '../core/data/csv';
import { problem } from '../core/problem';

/**
 * @param scriptPath absolute path of the bundled `csv.worker.js`
 * @throws Problem when the worker cannot start or dies, for example for want of memory
 */
export function readCsvInWorker(scriptPath: string, bytes: Uint8Array): Promise<CsvReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(scriptPath, { execArgv: [], workerData: bytes });
    worker.once('message', (reading: CsvReading) => resolve(reading));
    worker.once('error', (error) => {
      reject(problem('nn.workerFailed', { reason: error instanceof Error ? error.message : String(error) }));
    });
    worker.once('exit', (code) => reject(problem('nn.workerEnded', { code })));
  });
}
