// Compresses the built portal once, as hard as Brotli can, so that no visit pays for it; the API serves these files as they are.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Writes a .br and a .gz beside each text file of the folder. */
export function precompress(folder) {
  for (const file of globSync(`${folder}/**/*.{js,css,svg,json,topojson}`)) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content, quality));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
