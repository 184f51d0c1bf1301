import { Unzip, UnzipInflate } from 'fflate';

/** Pushed so little at a time that not even the densest piece comes out large. */
const piece = 16 * 1024;
const mostFiles = 500;

/** The names in a zip; null as soon as more comes out of it than it may hold (a bomb). Nothing of it is kept meanwhile. */
export function namesInZip(bytes: Uint8Array, mostUnzipped: number): string[] | null {
  let out = 0;
  const names: string[] = [];
  const unzip = new Unzip((file) => {
    names.push(file.name);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      out += chunk.length;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += piece) {
    unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
    if (out > mostUnzipped || names.length > mostFiles) return null;
  }
  return names;
}
