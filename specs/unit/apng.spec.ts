import { expect, test } from "@playwright/test";
import { PNG } from "pngjs";
import { animate } from "../../scripts/demo/apng.ts";
import { chunksOf, framesOf } from "../support/apng.ts";

/** A picture of 4 by 3, all white but for one point. */
function picture(x: number, y: number): Buffer {
  const png = new PNG({ width: 4, height: 3 });
  png.data.fill(255);
  png.data.fill(0, (y * 4 + x) * 4, (y * 4 + x) * 4 + 3);
  return PNG.sync.write(png);
}

test("an animation shows the first picture, then the box in which each differs from the one before", () => {
  const frames = [
    { png: picture(0, 0), delay: 100 },
    { png: picture(2, 1), delay: 20 },
    { png: picture(2, 2), delay: 3_000 },
  ];
  expect(framesOf(animate(frames))).toEqual([
    { x: 0, y: 0, width: 4, height: 3, delay: 100 },
    { x: 0, y: 0, width: 3, height: 2, delay: 20 },
    { x: 2, y: 1, width: 1, height: 2, delay: 3_000 },
  ]);
});

test("a picture that is the one before lengthens it", () => {
  const frames = [
    { png: picture(1, 1), delay: 100 },
    { png: picture(1, 1), delay: 50 },
  ];
  expect(framesOf(animate(frames))).toMatchObject([{ delay: 150 }]);
});

test("who reads PNG only sees the first picture", () => {
  const frames = [
    { png: picture(3, 2), delay: 1 },
    { png: picture(0, 2), delay: 1 },
  ];
  const [shown, first] = [animate(frames), picture(3, 2)].map(
    (file) => PNG.sync.read(file).data,
  );
  expect(shown).toEqual(first);
});

test("the number of frames comes first, and their own numbers run on through all chunks", () => {
  const frames = [0, 1, 2].map((x) => ({ png: picture(x, 0), delay: 1 }));
  const chunks = chunksOf(animate(frames));
  expect(chunks.map(({ type }) => type).join(" ")).toBe(
    "IHDR acTL fcTL IDAT fcTL fdAT fcTL fdAT IEND",
  );
  const numbersOf = (...types: string[]) =>
    chunks
      .filter(({ type }) => types.includes(type))
      .map(({ data }) => data.readUInt32BE(0));
  expect(numbersOf("acTL")).toEqual([3]);
  expect(numbersOf("fcTL", "fdAT")).toEqual([0, 1, 2, 3, 4]);
});
