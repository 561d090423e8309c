// "How does my code behave when the portal is down for maintenance?" The code under test is
// `isReachable`: yours goes in its place.
import assert from "node:assert/strict";
import { startSimulator } from "gst-portal-simulator";

const simulator = await startSimulator();
const { control } = simulator;
try {
  assert.equal(await isReachable(simulator.url), "up");

  // The next two answers of the login page are a maintenance page.
  await control.addFault({ at: "login", kind: "maintenance", times: 2 });
  assert.equal(await isReachable(simulator.url), "maintenance");
  assert.equal(await isReachable(simulator.url), "maintenance");
  assert.equal(await isReachable(simulator.url), "up");

  // And where it does not answer at all.
  await control.addFault({ at: "login", kind: "hang-up" });
  assert.equal(await isReachable(simulator.url), "down");
  await control.addFault({ at: "login", kind: "delay", delay: "PT5M" });
  assert.equal(await isReachable(simulator.url), "down");

  const faults = await control.journal({ kind: "fault" });
  assert.equal(faults.length, 4, "each of them is in the journal");
  console.log("The code noticed maintenance, hang-up and silence.");
} finally {
  await simulator.close();
}

/** @param {string} url */
async function isReachable(url) {
  try {
    const answer = await fetch(`${url}/services/login`, {
      signal: AbortSignal.timeout(1_000),
    });
    if (answer.status === 503) return "maintenance";
    return answer.ok ? "up" : "down";
  } catch {
    return "down";
  }
}
