import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ejs from "ejs";
import { byReason } from "./lines.ts";
import { markdown, statementOf } from "./markdown.ts";
import type { Report } from "./report.ts";

/** Pictures of pages, as `data:` addresses, by the id of the clause that failed there. */
export type Pictures = ReadonlyMap<string, string>;

/**
 * Writes `report.json`, `report.md` and `report.html` and returns the path of the last.
 *
 * @param directory made where it is missing
 * @param views the folder that has `report/report.ejs`
 */
export async function writeReport(
  report: Report,
  pictures: Pictures,
  { directory, views }: { directory: string; views: URL },
): Promise<string> {
  await mkdir(directory, { recursive: true });
  const template = new URL("report/report.ejs", views);
  const html = await render(template, report, pictures);
  const json = `${JSON.stringify(report, undefined, 2)}\n`;
  await writeFile(path.join(directory, "report.json"), json);
  await writeFile(path.join(directory, "report.md"), markdown(report));
  const page = path.join(directory, "report.html");
  await writeFile(page, html);
  return page;
}

async function render(template: URL, report: Report, pictures: Pictures) {
  const only = (wanted: string) =>
    report.clauses.filter(({ result }) => result === wanted);
  const view = ejs.compile(await readFile(template, "utf8"), {
    filename: fileURLToPath(template),
    _with: false,
    localsName: "it",
  });
  return view({
    report,
    pictures,
    failed: only("fail"),
    passed: only("pass"),
    reasons: byReason(report),
    statementOf,
  });
}
