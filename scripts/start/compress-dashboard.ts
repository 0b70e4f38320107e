import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const smallest = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Once at the build and as small as can be, instead of at every request and quickly. */
export function compressDashboard(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => /\.(js|css|html)$/.test(file))) {
    const path = join(folder, name);
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), smallest));
  }
}
