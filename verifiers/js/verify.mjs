#!/usr/bin/env node
// node verifiers/js/verify.mjs BUNDLE... [--json]
// Exit code 0: every check passed. 1: findings. 2: not readable as a bundle. Of several files the worst counts.

import { readFileSync } from "node:fs";
import { Refused } from "./bundle.mjs";
import { verifyBundle } from "./verifier.mjs";

const json = process.argv.includes("--json");
const paths = process.argv.slice(2).filter((each) => each !== "--json");
if (!paths.length) {
  console.error("say: node verifiers/js/verify.mjs BUNDLE... [--json]");
  process.exit(2);
}
process.exitCode = 0;
for (const path of paths) {
  const [worth, facts, text] = await checked(path);
  process.exitCode = Math.max(process.exitCode, worth);
  console.log(json ? JSON.stringify(facts) : text);
}

async function checked(path) {
  try {
    const report = await verifyBundle(new Uint8Array(readFileSync(path)));
    return [report.ok ? 0 : 1, report, told(report)];
  } catch (error) {
    if (error.syscall) return [2, { ok: false, error: "FB350", text: error.message }, `cannot read ${path}`];
    if (!(error instanceof Refused)) throw error;
    return [2, { ok: false, error: error.code, text: error.message }, `${error.code}: ${error.message}`];
  }
}

function told(report) {
  const good = report.empty ? "nothing to check: no entry with a signature that holds" : "every check passed";
  const lines = [report.ok ? good : `${report.findings.length} findings`];
  lines.push(...report.findings.map(({ code, entry }) => `finding ${code}${entry && ` (entry ${entry})`}`));
  lines.push(...report.remarks.map(({ code }) => `note ${code}`));
  lines.push(...report.proven.map(({ code }) => `proven ${code}`));
  return lines.join("\n");
}
