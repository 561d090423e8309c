// "How does my code behave when access expires in the middle of a job?" The code under test is
// `job`: yours goes in its place. No waiting: the simulator's clock is moved.
import assert from "node:assert/strict";
import { startSimulator } from "gst-portal-simulator";

const simulator = await startSimulator();
const { control } = simulator;
try {
  const taxpayer = await control.putTaxpayer({
    username: "acme",
    apiAccess: { enabled: true, duration: "6 hrs" },
  });
  const results = await job(taxpayer, ["2024-25", "2025-26", "2026-27"], {
    // After the first year the window of 6 hours is over.
    afterEach: (done) => (done === 1 ? control.advance("PT6H") : undefined),
  });
  assert.deepEqual(results, ["done", "access is off", "access is off"]);
  const journal = await control.journal({ username: "acme" });
  console.log("The job stopped as it should:", results.join(", "));
  console.log(
    journal.map(({ kind, detail }) => `${kind} ${detail}`).join("\n"),
  );
} finally {
  await simulator.close();
}

/**
 * Asks for something, year by year, and says how each ended.
 *
 * @param {{ username: string, gstin: string }} taxpayer
 * @param {readonly string[]} years
 * @param {{ afterEach: (done: number) => unknown }} hooks
 */
async function job({ username, gstin }, years, { afterEach }) {
  const headers = {
    "Content-Type": "application/json",
    clientid: "recipe",
    "client-secret": "recipe",
    "ip-usr": "127.0.0.1",
    "state-cd": gstin.slice(0, 2),
    txn: "RECIPE000000000000000000000000002",
    username,
    gstin,
  };
  /** @param {object} body */
  const authenticate = async (body) => {
    const answer = await fetch(
      `${simulator.url}/taxpayerapi/v1.0/authenticate`,
      { method: "POST", headers, body: JSON.stringify({ username, ...body }) },
    );
    return answer.json();
  };
  await authenticate({ action: "OTPREQUEST" });
  const login = await authenticate({ action: "AUTHTOKEN", otp: "575757" });

  const results = [];
  for (const year of years) {
    const query = `action=GETPREF&gstin=${gstin}&fy=${year}`;
    const answer = await fetch(
      `${simulator.url}/taxpayerapi/v1.0/returns?${query}`,
      { headers: { ...headers, "auth-token": login.auth_token } },
    );
    const { status_cd, error } = await answer.json();
    if (status_cd === "1") results.push("done");
    else if (error.error_cd === "AUTH4037") results.push("access is off");
    else results.push(error.message);
    await afterEach(results.length);
  }
  return results;
}
