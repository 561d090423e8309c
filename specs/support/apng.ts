import { crc32 } from "node:zlib";
import { expect } from "@playwright/test";

/** A part of a PNG file. */
export interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** The chunks of a PNG file, whose checksums must be right. */
export function chunksOf(file: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length;) {
    const end = at + 8 + file.readUInt32BE(at);
    expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at + 4, end)));
    const type = file.toString("latin1", at + 4, at + 8);
    chunks.push({ type, data: file.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

/** The frames of an animated PNG: the box that each replaces, and its time in milliseconds. */
export function framesOf(file: Buffer) {
  return chunksOf(file)
    .filter(({ type }) => type === "fcTL")
    .map(({ data }) => ({
      width: data.readUInt32BE(4),
      height: data.readUInt32BE(8),
      x: data.readUInt32BE(12),
      y: data.readUInt32BE(16),
      delay: (1_000 * data.readUInt16BE(20)) / data.readUInt16BE(22),
    }));
}
