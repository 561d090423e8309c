import { PNG } from "pngjs";

/** The portal's size (facts: portal §3.2), in pixels. */
const WIDTH = 182;
const HEIGHT = 50;

const DOT = 4;
const GRID = 10;
const INK = [24, 40, 96] as const;
const PALE = [196, 208, 224] as const;
const RED = [208, 32, 32] as const;

/** Digits of 5 x 7 dots, a row after the other. */
const GLYPHS = [
  ".###. #...# #...# #...# #...# #...# .###.",
  "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.",
  ".###. #...# ....# ...#. ..#.. .#... #####",
  ".###. #...# ....# ..##. ....# #...# .###.",
  "...#. ..##. .#.#. #..#. ##### ...#. ...#.",
  "##### #.... ####. ....# ....# #...# .###.",
  "..##. .#... #.... ####. #...# #...# .###.",
  "##### ....# ...#. ..#.. ..#.. ..#.. ..#..",
  ".###. #...# #...# .###. #...# #...# .###.",
  ".###. #...# #...# .#### ....# ...#. .##..",
].map((rows) => rows.split(" "));

/** The digits over a grid, with a red line through them, as a PNG. */
export function drawCaptcha(digits: string): Buffer {
  const png = new PNG({ width: WIDTH, height: HEIGHT });
  png.data.fill(255);
  const dot = (x: number, y: number, size: number, colour: Colour) => {
    for (let row = y; row < y + size; row++) {
      for (let column = x; column < x + size; column++) {
        png.data.set(colour, (row * WIDTH + column) * 4);
      }
    }
  };
  for (let x = 0; x < WIDTH; x++) {
    for (let y = 0; y < HEIGHT; y++) {
      if (x % GRID === 0 || y % GRID === 0) dot(x, y, 1, PALE);
    }
  }
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[index]);
    const left = 13 + index * 27;
    // Up and down, so that they do not stand in a row; the same for the same digits.
    const top = 8 + ((digit + index * 3) % 4) * 2;
    for (const [y, row] of (GLYPHS[digit] ?? []).entries()) {
      for (let x = 0; x < row.length; x++) {
        if (row[x] === "#") dot(left + x * DOT, top + y * DOT, DOT, INK);
      }
    }
  }
  for (let x = 0; x < WIDTH; x++) dot(x, 34 - Math.round(x / 9), 1, RED);
  return PNG.sync.write(png);
}

type Colour = readonly [red: number, green: number, blue: number];
