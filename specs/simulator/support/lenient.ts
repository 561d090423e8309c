/**
 * Edition 2026, lenient, so that each page can be gone to by its address. One object for all
 * specs that use it: Playwright starts workers anew for another.
 */
export const LENIENT_2026 = {
  edition: "2026",
  simulatorOptions: { lenient: true, captcha: "246810" },
} as const;
