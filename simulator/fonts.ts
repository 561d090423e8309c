import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Where a file of Noto Sans (Open Font License) is, such as
 * `noto-sans-devanagari-400-normal.woff2`: beside the built program, else in the package that
 * it comes from.
 */
export function fontFile(name: string): string {
  const built = fileURLToPath(new URL(`fonts/${name}`, import.meta.url));
  if (existsSync(built)) return built;
  return fileURLToPath(
    import.meta.resolve(`@fontsource/noto-sans/files/${name}`),
  );
}
