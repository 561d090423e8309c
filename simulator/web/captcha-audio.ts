/** Samples a second, one byte each. */
const RATE = 8_000;
const HIGH = 880;
const LOW = 330;

/**
 * The digits as a WAV file: so many beeps for each, a long low tone for zero, a pause
 * between. The portal's file speaks and is an MP3 (facts: portal §3.2); beeps are a choice.
 */
export function playCaptcha(digits: string): Buffer {
  const samples = Array.from(digits).flatMap((digit) => [
    ...(digit === "0"
      ? [tone(LOW, 0.7)]
      : Array.from({ length: Number(digit) }, () => [
          ...tone(HIGH, 0.09),
          ...silence(0.1),
        ])
    ).flat(),
    ...silence(0.6),
  ]);
  return Buffer.concat([header(samples.length), Buffer.from(samples)]);
}

function tone(hertz: number, seconds: number): number[] {
  return Array.from({ length: Math.round(RATE * seconds) }, (_, index) =>
    Math.round(128 + 80 * Math.sin((2 * Math.PI * hertz * index) / RATE)),
  );
}

function silence(seconds: number): number[] {
  return Array.from({ length: Math.round(RATE * seconds) }, () => 128);
}

/** The header of a WAV file: PCM, one channel, 8 bits. */
function header(length: number): Buffer {
  const bytes = Buffer.alloc(44);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + length, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(length, 40);
  return bytes;
}
