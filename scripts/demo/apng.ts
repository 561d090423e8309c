import { crc32 } from "node:zlib";
import { PNG } from "pngjs";

/** One picture of an animation: a PNG file, and how long it stands, in milliseconds. */
export interface Frame {
  readonly png: Buffer;
  readonly delay: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

/**
 * An animated PNG (W3C PNG, third edition) that repeats for ever. All frames are of one size;
 * each but the first holds only what differs from the one before.
 */
export function animate(frames: readonly Frame[]): Buffer {
  const shown: { pixels: PNG; box: Box; delay: number }[] = [];
  for (const { png, delay } of frames) {
    const pixels = PNG.sync.read(png);
    const before = shown.at(-1);
    const box = before ? difference(before.pixels, pixels) : wholeOf(pixels);
    if (box) shown.push({ pixels, box, delay });
    else if (before) before.delay += delay;
  }
  const [first] = shown;
  if (!first) throw new Error("An animation needs a frame.");
  let sequence = 0;
  const chunks = shown.flatMap(({ pixels, box, delay }, index) => [
    chunk("fcTL", control(sequence++, box, delay)),
    ...dataOf(pixels, box).map((data) =>
      index === 0
        ? chunk("IDAT", data)
        : chunk("fdAT", Buffer.concat([uint32(sequence++), data])),
    ),
  ]);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header(first.box)),
    chunk("acTL", Buffer.concat([uint32(shown.length), uint32(0)])),
    ...chunks,
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function wholeOf({ width, height }: PNG): Box {
  return { x: 0, y: 0, width, height };
}

/** The smallest box that holds all that differs, if anything does. */
function difference(before: PNG, after: PNG): Box | undefined {
  let [left, top, right, bottom] = [after.width, after.height, -1, -1];
  for (let y = 0; y < after.height; y++) {
    for (let x = 0; x < after.width; x++) {
      const at = (y * after.width + x) * 4;
      if (before.data.readUInt32BE(at) === after.data.readUInt32BE(at))
        continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return undefined;
  return {
    x: left,
    y: top,
    width: right - left + 1,
    height: bottom - top + 1,
  };
}

/** The compressed pixels of a part of a picture. */
function dataOf(pixels: PNG, { x, y, width, height }: Box): Buffer[] {
  const part = new PNG({ width, height });
  PNG.bitblt(pixels, part, x, y, width, height, 0, 0);
  const file = PNG.sync.write(part, { colorType: 2, deflateLevel: 9 });
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "IDAT") {
      data.push(file.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  return data;
}

/** 8 bits a channel, red, green and blue. */
function header({ width, height }: Box): Buffer {
  const rest = Buffer.from([8, 2, 0, 0, 0]);
  return Buffer.concat([uint32(width), uint32(height), rest]);
}

/** Where a frame goes, and for how many thousandths of a second; it is then left as it is. */
function control(sequence: number, box: Box, delay: number): Buffer {
  const times = Buffer.alloc(6);
  times.writeUInt16BE(delay, 0);
  times.writeUInt16BE(1_000, 2);
  const numbers = [sequence, box.width, box.height, box.x, box.y];
  return Buffer.concat([...numbers.map(uint32), times]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
