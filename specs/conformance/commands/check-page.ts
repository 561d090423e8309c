import { readFile } from "node:fs/promises";
import path from "node:path";
import { EDITION_NAMES } from "../../contract/clause.ts";
import type { EditionName } from "../../contract/clause.ts";
import { judgeSavedPage } from "../saved/judge-saved-page.ts";
import { lines } from "../report/lines.ts";
import { reportOf } from "../report/report.ts";
import { writeReport } from "../report/write-report.ts";
import type { Finding } from "../finding.ts";
import { SAVED_PAGES } from "../visit.ts";
import type { SavedPage } from "../visit.ts";
import { WrongCall, oneOf, readFlags } from "./flags.ts";
import { now } from "./surroundings.ts";
import type { Surroundings } from "./surroundings.ts";

const FLAGS = {
  page: SAVED_PAGES.join("|"),
  edition: EDITION_NAMES.join("|"),
  report: "DIRECTORY",
} as const;

/**
 * `check-page FILE.html… --page PAGE`: judges pages that were saved from a browser, as far as
 * markup alone can tell.
 *
 * @returns the exit code: 0 all well, 1 a clause failed; a wrong call throws `WrongCall`
 */
export async function checkPage(
  args: readonly string[],
  { say, views }: Surroundings,
): Promise<number> {
  const startedAt = now();
  const { flags, files } = readFlags(args, FLAGS);
  if (files.length === 0) {
    throw new WrongCall("check-page needs the file of a saved page.");
  }
  if (flags.page === undefined) {
    throw new WrongCall(`check-page needs --page ${FLAGS.page}.`);
  }
  const page = oneOf(flags.page, "page", SAVED_PAGES);
  const edition = oneOf(flags.edition, "edition", EDITION_NAMES);
  const findings = await judgeFiles(files, page, edition);
  const report = reportOf(
    { target: files.join(", "), edition, startedAt, findings },
    new Set(findings.keys()),
  );
  const directory = flags.report ?? "conformance-report";
  const written = await writeReport(report, new Map(), { directory, views });
  for (const line of lines(report)) say(line);
  say(`Report: ${written}`);
  return report.summary.fail > 0 ? 1 : 0;
}

const RANK = { "not-run": 0, pass: 1, fail: 2 } as const;

/** What all files together show: a clause fails where it fails in one of them. */
async function judgeFiles(
  files: readonly string[],
  page: SavedPage,
  edition: EditionName,
): Promise<Map<string, Finding>> {
  const all = new Map<string, Finding>();
  for (const file of files) {
    const html = await read(file);
    for (const [id, finding] of judgeSavedPage(html, page, edition)) {
      const before = all.get(id);
      if (before && RANK[before.result] >= RANK[finding.result]) continue;
      all.set(id, files.length > 1 ? inFile(file, finding) : finding);
    }
  }
  return all;
}

function inFile(file: string, finding: Finding): Finding {
  if (finding.result !== "fail") return finding;
  const observed = `${path.basename(file)}: ${finding.observed}`;
  return { ...finding, observed };
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new WrongCall(`The file "${file}" cannot be read.`);
  }
}
